import { expect, test } from 'vitest';
import { handbookPage } from '../../../src/cms/serve/handbook';
import { editing } from '../../../src/collections/settings/editing';
import { siteOf } from '../../project';

const site = siteOf();
const render = (source: string, backend?: string) =>
  handbookPage(source, {
    site,
    backend,
    pictures: new Map([['posts.webp', { width: 1400, height: 950 }]]),
    styles: '',
  });

test('editors are told how to log in to whichever backend the site has', () => {
  const login = (backend: string) =>
    /<article[^>]*><p>(.*?)<\/p>/.exec(render('# A\n\n<!-- login -->\n', backend))?.[1];
  for (const backend of [...editing.schema.shape.backend.options, 'proxy']) {
    expect([backend, login(backend)]).toEqual([backend, expect.stringContaining('Login')]);
  }
});

test('a part that is misspelt is reported, and not left out of the page without a word', () => {
  expect(() => render('# A\n\n<!-- feilds -->\n')).toThrowErrorMatchingInlineSnapshot(
    `[Error: The handbook has no part “feilds”]`,
  );
});

test('a picture is looked for beside the page, and keeps its room while it loads', () => {
  expect(render('# A\n\n![The list](handbook/posts.webp)\n')).toContain(
    '<img src="posts.webp" alt="The list" loading="lazy" decoding="async" width="1400" height="950">',
  );
});

test('a chapter is in the contents, under the heading that readers see', () => {
  expect(render('# A\n\n## Log *in*\n')).toContain('<li><a href="#log-in">Log <em>in</em></a></li>');
});
