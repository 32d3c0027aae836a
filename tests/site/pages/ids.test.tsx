import fc from 'fast-check';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { LandingPage } from '../../../src/theme/templates/landing-page';
import { ListingPage } from '../../../src/theme/templates/listing-page';
import { data, landing, listing, pageAt, post, siteOf } from '../../project';

const idsOf = (html: string) =>
  selectAll('[id]', fromHtml(html, { fragment: true })).map(({ properties }) => String(properties['id']));
const pageOf = (blocks: object[]) => {
  const { made } = pageAt<never>(siteOf({ 'content/pages/p.md': landing(blocks) }), '/p/');
  return renderToStaticMarkup(<LandingPage {...(made.main as object as Parameters<typeof LandingPage>[0])} />);
};
const postOf = (body: string) =>
  pageAt<{ html: string }>(siteOf({ 'content/blog/a.md': post({}, body) }), '/blog/a/').made.main.html;

const text = fc
  .array(
    fc.constantFrom(
      ...[
        '## Setup',
        '## Setup 1',
        '# Notes',
        '## 🚀',
        '## !!!',
        '## 제목',
        '[a](#setup)',
        '[b](#제목)',
        'A[^1] b[^1]',
        'C[^n]',
      ],
      ...[
        '<h3 id="setup">D</h3>',
        '<a id="note-fn-1"></a>',
        '<span id="">e</span>',
        '<b title=\'> id="setup"\'>f</b>',
        'id="setup"',
      ],
    ),
    { maxLength: 8 },
  )
  .map((lines) => `${['x', ...lines].join('\n\n')}\n\n[^1]: One\n\n[^n]: Two\n`);

describe('the ids of a page', () => {
  test('are words, and each stands once, however many texts there are and whatever they say', () => {
    fc.assert(
      fc.property(text, text, text, (one, two, three) => {
        const html = pageOf([
          { type: 'rich-text', anchor: 'setup', title: 'Setup', text: one },
          { type: 'rich-text', text: two },
          {
            type: 'questions',
            questions: [
              { question: 'Q', answer: three },
              { question: 'R', answer: one },
            ],
          },
        ]);
        const ids = idsOf(html);
        expect(ids).toEqual([...new Set(ids)]);
        for (const id of ids) expect(id).toMatch(/[\p{L}\p{N}]/u);
        // What leads to a part of a text leads there within the text.
        for (const prose of selectAll('.prose', fromHtml(html, { fragment: true }))) {
          const own = new Set(selectAll('[id]', prose).map(({ properties }) => String(properties['id'])));
          for (const { properties } of selectAll('[data-footnote-ref], [data-footnote-backref]', prose)) {
            expect([...own]).toContain(decodeURIComponent(String(properties['href'])).slice(1));
          }
          const described = selectAll('[aria-describedby]', prose).map(({ properties }) =>
            String(properties['ariaDescribedBy']),
          );
          for (const id of described) expect([...own]).toContain(id);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('of the second of two texts lead to the second', () => {
    const section = { type: 'rich-text', text: '## Setup\n\nSee [there](#setup).[^1]\n\n[^1]: Note\n' };
    const [one, two] = selectAll('.prose', fromHtml(pageOf([section, section]), { fragment: true })) as [
      Element,
      Element,
    ];
    const of = (prose: Element) => [
      selectAll('[id]', prose).map(({ properties }) => properties['id']),
      selectAll('a', prose).map(({ properties }) => properties['href']),
    ];
    expect(of(one)).toEqual([
      ['setup', 'note-fnref-1', 'footnote-label', 'note-fn-1'],
      ['#setup', '#note-fn-1', '#note-fnref-1'],
    ]);
    expect(of(two)).toEqual([
      ['setup-1', 'note-fnref-1-1', 'footnote-label-1', 'note-fn-1-1'],
      ['#setup-1', '#note-fn-1-1', '#note-fnref-1-1'],
    ]);
  });

  test('are those of the words of headings, and those an author wrote', () => {
    expect(idsOf(postOf('## Setup\n\n## Setup\n\n## C++ & D\n\n## 제목\n\n<h2 id="own">E</h2>\n'))).toEqual([
      'setup',
      'setup-1',
      'c--d',
      '제목',
      'own',
    ]);
    expect(idsOf(postOf('## Own\n\n<h2 id="own">E</h2>\n'))).toEqual(['own-1', 'own']);
    expect(idsOf(postOf('## 🚀\n\n## !!!\n\n## ---a\n'))).toEqual(['section', 'section-1', '---a']);
  });

  test('of a listing stand once too, though its text has such headings', () => {
    const site = siteOf({
      'content/levels/gold.yml': data({ value: 'gold', title: 'Gold', order: 1 }),
      'content/members/a.yml': data({ name: 'A', level: 'gold' }),
      'content/pages/members.md': listing('members').concat('## Gold\n\n[a](#gold)\n'),
    });
    const { made } = pageAt<never>(site, '/members/');
    const html = renderToStaticMarkup(<ListingPage {...(made.main as object as Parameters<typeof ListingPage>[0])} />);
    const ids = idsOf(html);
    expect(ids).toEqual([...new Set(ids)]);
    expect(html).toContain('href="#gold-1"');
  });
});
