import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchChromium } from '../browser/chromium';
import buildSite from '../build-site';

// How soon the preview of a post of 4,000 words shows a key that was typed: npm run bench:preview.

const words = 'Open infrastructure is built by people who share what they learn and *write it down* for others'.split(
  ' ',
);
const paragraph = (index: number) =>
  Array.from({ length: 80 }, (_, word) => words[(index * 7 + word * 3) % words.length]).join(' ');
const body = Array.from({ length: 50 }, (_, index) => `## Part ${index + 1}\n\n${paragraph(index)}\n`).join('\n');

async function main(): Promise<void> {
  buildSite();
  const { fieldOf, startEditor } = await import('../browser/editor');
  const browser = await launchChromium();
  const editor = await startEditor(browser, 'fs');
  try {
    const head =
      'title: A long post\nauthor: Harbor Desk\ndate: 2026-01-02T00:00:00.000Z\ncategory:\n  - label: Community\nseo:\n  description: It is long.\n';
    writeFileSync(join(editor.root, 'content/blog/long.md'), `---\n${head}---\n${body}`);
    for (const mode of ['raw', 'rich_text']) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
      await context.addInitScript((value) => localStorage.setItem('cms.md-mode', value), mode);
      const page = await editor.open('/collections/post/entries/long', { context });
      await fieldOf(page, 'title').waitFor();
      await page.frameLocator('#preview-pane').locator('main h2').first().waitFor();
      await page.locator('[data-slate-editor=true]').click();
      await page.keyboard.press('Control+Home');
      await page.evaluate(() => {
        const frame = document.querySelector<HTMLIFrameElement>('#preview-pane')?.contentDocument;
        const times = { typed: 0, shown: [] as number[] };
        Object.assign(window, { times });
        addEventListener('keydown', () => Object.assign(times, { typed: performance.now() }), true);
        if (frame) {
          new MutationObserver(() => {
            if (times.typed) times.shown.push(performance.now() - times.typed);
            times.typed = 0;
          }).observe(frame.body, { subtree: true, childList: true, characterData: true });
        }
      });
      for (let key = 0; key < 30; key++) {
        await page.keyboard.type('abcdefghij'[key % 10] ?? 'x');
        await page.waitForTimeout(400);
      }
      const shown = await page.evaluate(() => (window as unknown as { times: { shown: number[] } }).times.shown);
      const sorted = [...shown].sort((a, b) => a - b);
      const at = (part: number) => `${Math.round(sorted[Math.floor(part * (sorted.length - 1))] ?? 0)} ms`;
      console.log(`${mode}: ${sorted.length} keys, median ${at(0.5)}, 90 % within ${at(0.9)}, slowest ${at(1)}`);
      await context.close();
    }
  } finally {
    await editor.stop();
    await browser.close();
  }
}

void main();
