import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { pastedOf } from '../../../src/cms/paste/pasted';

const clipboard = (program: string) => readFileSync(`tests/fixtures/clipboards/${program}.html`, 'utf8');
const of = (program: string) => pastedOf(clipboard(program));

/** A page may put the mark around the link. */
const markedOutside = [
  '[_the plan_](https://example.org/lamp?id=7)',
  '_[the plan](https://example.org/lamp?id=7)_',
] as const;

const programs = ['word', 'google-docs', 'gmail', 'outlook-web', 'libreoffice', 'apple-notes', 'web-page'];

describe.each(programs)('what was copied in %s', (program) => {
  it('says what it said, and nothing of the program it comes from', () => {
    const { markdown } = of(program) ?? {};
    const [from, to] = program === 'web-page' ? markedOutside : [markedOutside[0], markedOutside[0]];
    expect(markdown).toContain(`It is lit at **dusk and dawn**, see ${from}.`.replace(from, to));
    expect(markdown).toContain('- Oil\n  1. Whale\n- Wick');
    expect(markdown).toMatch(/^(?:## |\*\*)The harbor lamp/);
    expect(markdown).not.toMatch(/mso|[<>]|&nbsp;|&#|font|\n\n\n|javascript|track/);
  });
});

test('a table stays one, and is no rich text', () => {
  for (const program of ['word', 'libreoffice', 'web-page']) {
    const { markdown, html } = of(program) ?? {};
    expect(html).toBeUndefined();
    expect(markdown).toMatch(/\| Hour \| Keeper \|\n\| -+ \| -+ \|\n\| Dusk \| Ada/);
  }
});

test('what is pasted into rich text has links that hold no element but marks, and a paragraph in every item', () => {
  expect(of('google-docs')?.html).toMatchInlineSnapshot(
    `"<p></p><h2>The harbor lamp</h2><p>It is lit at <strong>dusk and dawn</strong>, see <a href="https://example.org/lamp?id=7"><em>the plan</em></a>.</p><ul><li><p>Oil</p><ol><li><p>Whale</p></li></ol></li><li><p>Wick</p></li></ul><p></p>"`,
  );
});

test('the text of a link within a span is kept', () => {
  expect(pastedOf('<p><span>text <a href="https://example.org/">link</a></span></p>')).toEqual({
    markdown: 'text [link](https://example.org/)',
    html: '<p>text <a href="https://example.org/">link</a></p>',
  });
});

test('a table that only puts things beside one another is none', () => {
  expect(
    pastedOf(
      '<table><tr><td><p>One</p><p>Two</p></td></tr></table><table role="presentation"><tr><td>a</td><td>b</td></tr></table>',
    ),
  ).toEqual({ markdown: 'One\n\nTwo\n\na\n\nb', html: '<p>One</p><p>Two</p><p>a</p><p>b</p>' });
});

test('of nothing there is nothing', () => {
  expect(['', '<p> </p>', '<style>p{}</style><div><br></div>'].map(pastedOf)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
