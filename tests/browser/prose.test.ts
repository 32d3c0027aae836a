import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderMarkdown } from '../../src/markdown/render';
import { launchChromium } from './chromium';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
});

const css = ['reset', 'tokens', 'components/prose']
  .map((name) => readFileSync(`src/theme/styles/${name}.css`, 'utf8'))
  .join('\n');
const { html: pieces } = renderMarkdown('One.\n\nTwo.\n\n- a\n- b\n\n> c\n\n```\nd\n```\n\n## Heading\n\nThree.\n', {
  link: (target) => ({ href: target, external: false }),
  picture: (source) => ({ src: source }),
  headingLinks: true,
  words: { footnotes: '', footnoteBack: '', loadsFrom: '', table: '', taskDone: '', taskOpen: '', videoOn: '' },
});

/** The space above each block of a text but the first, within a wrapper. */
async function spacesIn(open: string, close: string): Promise<number[]> {
  const page = await browser.newPage();
  await page.setContent(`<style>${css}</style><div class="prose">${open}<i id="here"></i>${pieces}${close}</div>`);
  const spaces = await page.evaluate(() => {
    const here = document.querySelector('#here') as Element;
    const blocks = [...(here.parentElement as Element).children].filter((block) => block !== here);
    here.remove();
    return blocks.slice(1).map((block, index) => {
      const above = (blocks[index] as Element).getBoundingClientRect().bottom;
      return Math.round(block.getBoundingClientRect().top - above);
    });
  });
  await page.close();
  return spaces;
}

test.each([
  ['<div>', '</div>'],
  ['<section>', '</section>'],
  ['<div><div>', '</div></div>'],
  ['<p>x</p><div>', '</div>'],
])('the blocks of a text stand as far apart within %s as without it', async (open, close) => {
  const bare = await spacesIn('', '');
  expect(bare.length).toBeGreaterThan(5);
  expect(Math.min(...bare)).toBeGreaterThan(5);
  expect(await spacesIn(open, close)).toEqual(bare);
});

test.each([
  ['<ul><li>', '</li></ul>'],
  ['<table><tr><td>', '</td></tr></table>'],
  ['<dl><dd>', '</dd></dl>'],
  ['<blockquote>', '</blockquote>'],
  ['<details open><summary>x</summary>', '</details>'],
])('no block touches another within %s', async (open, close) => {
  expect(Math.min(...(await spacesIn(open, close)))).toBeGreaterThan(3);
});
