import { serveSite } from '../../src/commands/serve';
import { launchChromium } from '../browser/chromium';

/** What a reader waits for, from the last letter to the first result, and is sent for it, at an empty cache. */
export interface MeasuredSearch {
  milliseconds: number;
  /** Of the engine, which is kept until it is another, and of the index. */
  kilobytes: { engine: number; index: number };
}

/** Serves a built site on the loopback, and asks its search for some words as a reader would who has opened it. */
export async function measureSearch(root: string, words: string): Promise<MeasuredSearch> {
  const { server, url } = await serveSite(root);
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    const bytes = { engine: 0, index: 0 };
    const sizes: Promise<void>[] = [];
    page.on('requestfinished', (request) => {
      const { pathname } = new URL(request.url());
      if (!pathname.startsWith('/search/index/')) return;
      const part = /\.(?:js|pagefind)$/.test(pathname) ? 'engine' : 'index';
      const add = async () => {
        bytes[part] += (await request.sizes()).responseBodySize;
      };
      sizes.push(add());
    });
    await page.goto(`${url}search/`);
    await page.locator('.search').waitFor();
    // Who comes to search has words to type.
    await page.waitForLoadState('networkidle');
    const milliseconds = await page.evaluate(async (asked) => {
      const field = document.querySelector<HTMLInputElement>('#q') as HTMLInputElement;
      const results = document.querySelector('.search-results') as Element;
      const first = new Promise<number>((resolve) => {
        new MutationObserver(() => results.children.length > 0 && resolve(performance.now())).observe(results, {
          childList: true,
        });
      });
      const start = performance.now();
      field.value = asked;
      field.form?.requestSubmit();
      return (await first) - start;
    }, words);
    await Promise.all(sizes);
    return { milliseconds, kilobytes: { engine: bytes.engine / 1000, index: bytes.index / 1000 } };
  } finally {
    await browser.close();
    server.close();
  }
}
