import { expect, test } from 'vitest';
import { renderBody } from '../../../src/site/pages/body';
import { makePages } from '../../../src/site/pages/make';
import { post, siteOf } from '../../project';

test('a text nested deeper than can be rendered is a problem of its file, and the other pages are made', () => {
  const site = siteOf(
    { 'content/blog/deep.md': post({}, `${'> '.repeat(3000)}deep\n`), 'content/blog/sound.md': post() },
    { problems: [] },
  );
  const { pages, problems } = makePages(site, renderBody);
  expect(pages.map(({ address }) => address)).toContain('/blog/sound/');
  expect(problems).toMatchInlineSnapshot(`
    [
      {
        "advice": "nest quotes, lists and HTML less deeply, and take out signs that stand for nothing",
        "column": 1,
        "file": "content/blog/deep.md",
        "line": 1,
        "message": "The page /blog/deep/ can’t be made: its text is nested too deeply, or has thousands of signs such as * in one paragraph",
        "rule": "unrenderable-page",
        "severity": "error",
      },
    ]
  `);
});
