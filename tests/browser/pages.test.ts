import type { Server } from 'node:http';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { serveSite } from '../../src/commands/serve';
import { builtSite } from '../built-site';
import { axeViolationsInBothSchemes, widthsItOverflows } from './axe';
import { launchChromium, patience } from './chromium';

/** One page of every kind, posts aside; see reading.test.ts for those. */
const kinds = {
  home: '/',
  about: '/about/',
  members: '/members/',
  'a member': '/members/arc-lamp-works/',
  projects: '/projects/',
  'a project': '/projects/beacon/',
  events: '/events/',
  'an event': '/events/keepers-summit/',
  episodes: '/live/',
  'an episode': '/live/deep-sea/',
  board: '/about/board/',
  'an empty list': '/about/staff/',
  'a person': '/people/marek-lind/',
  jobs: '/careers/',
  'a job': '/careers/web-keeper/',
  press: '/press/',
  join: '/join/',
  'every kind of section': '/all-sections/',
  'a legal page': '/legal/',
  'a text page': '/principles/',
  'a page in Arabic': '/arabic/',
  contact: '/contact/',
};
const widths = [320, 768, 1440, 2560];

let browser: Browser;
let server: Server;
let url: string;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  browser = await launchChromium();
  ({ server, url } = await serveSite(builtSite));
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});

/** A reader of their own, who has been nowhere yet. */
async function reader(options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: url, ...options });
  context.setDefaultTimeout(patience);
  contexts.push(context);
  return context;
}

async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
  const page = await (await reader(options)).newPage();
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
  return page;
}

describe.each(Object.entries(kinds))('%s', (_, path) => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage({ baseURL: url });
    expect((await page.goto(path))?.status()).toBe(200);
  });
  afterAll(async () => page.close());

  it('has nothing that axe finds wrong, in either scheme', async () => {
    expect(await axeViolationsInBothSchemes(page)).toEqual([]);
  });

  it('reaches over the edge at no width', async () => {
    expect(await widthsItOverflows(page, widths)).toEqual([]);
  });
});

describe('the list of members', () => {
  const all = '[data-name]';
  const shown = `${all}:visible`;
  const names = (page: Page) =>
    page.locator(shown).evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['name'] ?? ''));
  const groupsShown = (page: Page) => page.locator('[data-members-group]:visible');
  const total = async (page: Page) => Number((await page.locator('[data-members-status]').textContent())?.match(/\d+/));

  it('is whole and grouped without a script, and has no form that could do nothing', async () => {
    const page = await open('/members/', { javaScriptEnabled: false });
    expect(await page.locator(all).count()).toBeGreaterThan(70);
    expect(await page.locator(shown).count()).toBe(await page.locator(all).count());
    expect(await page.locator('[data-members-filter]').isVisible()).toBe(false);
    const counts = await page
      .locator('[data-members-group]')
      .evaluateAll((groups) =>
        groups.map((group) => [
          Number(group.querySelector('[data-members-count]')?.textContent),
          group.querySelectorAll('[data-name]').length,
        ]),
      );
    expect(counts.length).toBeGreaterThan(3);
    for (const [told, there] of counts) expect(told).toBe(there);
  });

  it('is filtered while one types, whatever the case, and tells how many are left', async () => {
    const page = await open('/members/');
    const everyone = await names(page);
    expect(await total(page)).toBe(everyone.length);
    await page.getByLabel('Name').pressSequentially('CLOUD');
    const expected = everyone.filter((name) => /cloud/i.test(name));
    expect(expected.length).toBeGreaterThan(1);
    expect(await names(page)).toEqual(expected);
    expect(await total(page)).toBe(expected.length);
    for (const group of await groupsShown(page).all()) {
      const there = await group.locator(shown).count();
      expect(there).toBeGreaterThan(0);
      expect(Number(await group.locator('[data-members-count]').textContent())).toBe(there);
    }
    await page.getByLabel('Name').fill('');
    expect(await names(page)).toEqual(everyone);
    expect(new URL(page.url()).search).toBe('');
  });

  it('is found without the accents of a name, and with them', async () => {
    const page = await open('/members/');
    for (const asked of ['oresund lykter', 'ÖRESUND LYKTÉR', 'O\u0308resund', ' oresund ']) {
      await page.getByLabel('Name').fill(asked);
      expect([asked, await names(page)]).toEqual([asked, ['Öresund Lyktér']]);
    }
  });

  it('shows one level or one country where that is asked for, and groups without a match vanish', async () => {
    const page = await open('/members/');
    const level = page.getByLabel('Level');
    const [value = ''] = await level
      .locator('option')
      .nth(1)
      .evaluateAll((items) => items.map((item) => (item as HTMLOptionElement).value));
    await level.selectOption(value);
    expect(await groupsShown(page).count()).toBe(1);
    const ofLevel = await names(page);
    expect(ofLevel.length).toBe(await page.locator(`[data-level="${value}"]`).count());
    await level.selectOption('');
    const country = page.getByLabel('Country');
    const [from = ''] = await country
      .locator('option')
      .nth(1)
      .evaluateAll((items) => items.map((item) => (item as HTMLOptionElement).value));
    await country.selectOption(from);
    expect((await names(page)).length).toBe(await page.locator(`[data-country="${from}"]`).count());
    expect((await names(page)).length).toBeGreaterThan(0);
  });

  it('tells of nobody where nobody is left', async () => {
    const page = await open('/members/');
    await page.getByLabel('Name').fill('zzzz');
    expect(await names(page)).toEqual([]);
    expect(await groupsShown(page).count()).toBe(0);
    expect(await total(page)).toBe(0);
  });

  it('says so where nobody is left, and shows everybody again when asked', async () => {
    const page = await open('/members/');
    const all = await total(page);
    const clear = page.getByRole('button', { name: 'Show all members' });
    expect(await clear.isVisible()).toBe(false);
    await page.getByLabel('Name').fill('zzzz');
    await clear.click();
    expect([await total(page), await clear.isVisible(), await page.getByLabel('Name').inputValue()]).toEqual([
      all,
      false,
      '',
    ]);
  });

  it('keeps what was asked for in the address: it outlasts a reload and can be passed on', async () => {
    const page = await open('/members/');
    await page.getByLabel('Name').fill('harbor & heat');
    await page.getByLabel('Level').selectOption('silver');
    const expected = await names(page);
    const address = page.url();
    expect(Object.fromEntries(new URL(address).searchParams)).toEqual({ name: 'harbor & heat', level: 'silver' });
    await page.reload();
    expect(await names(page)).toEqual(expected);
    const other = await open(address);
    expect(await names(other)).toEqual(expected);
    expect(await other.getByLabel('Name').inputValue()).toBe('harbor & heat');
    expect(await other.getByLabel('Level').inputValue()).toBe('silver');
    await page.goBack();
    expect(page.url()).toBe('about:blank');
  });

  it('shows everybody where an address asks for what is not there any more', async () => {
    const page = await open('/members/?level=diamond&country=Atlantis&x=y');
    expect(await page.locator(shown).count()).toBe(await page.locator(all).count());
  });

  it('keeps the place in the page that an address names', async () => {
    const page = await open('/members/#silver');
    await page.getByLabel('Name').fill('cloud');
    expect(new URL(page.url()).hash).toBe('#silver');
  });

  it('does not move when the form appears', async () => {
    const context = await reader({ viewport: { width: 412, height: 823 } });
    await context.addInitScript(() => {
      const state = window as unknown as { shift: number };
      state.shift = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) state.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const page = await context.newPage();
    await page.goto('/members/', { waitUntil: 'networkidle' });
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBe(0);
  });

  it('can be filtered with the keyboard alone, and Enter leads nowhere else', async () => {
    const page = await open('/members/');
    await page.getByLabel('Name').focus();
    await page.keyboard.type('oresund');
    await page.keyboard.press('Enter');
    expect(await names(page)).toEqual(['Öresund Lyktér']);
    await page.getByRole('link', { name: 'Öresund Lyktér' }).first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/members/oresund-lykter/');
  });
});

describe('the color scheme', () => {
  const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme']);
  const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const toggle = (page: Page) => page.locator('[data-theme-switch]');

  it('follows the system until a reader chooses', async () => {
    const light = await open('/', { colorScheme: 'light' });
    const dark = await open('/', { colorScheme: 'dark' });
    expect(await theme(light)).toBeUndefined();
    expect(await paper(light)).not.toBe(await paper(dark));
  });

  it('goes from the system’s to light to dark and back, and the switch says which it is', async () => {
    const page = await open('/', { colorScheme: 'dark' });
    const seen = [await paper(page)];
    expect(await toggle(page).textContent()).toMatch(/system$/);
    for (const name of ['light', 'dark', 'system']) {
      await toggle(page).click();
      expect(await toggle(page).textContent()).toMatch(new RegExp(`${name}$`));
      expect(await theme(page)).toBe(name === 'system' ? undefined : name);
      seen.push(await paper(page));
    }
    const [system, light, dark, last] = seen;
    expect(light).not.toBe(dark);
    expect([system, last]).toEqual([dark, dark]);
  });

  it('is remembered on the next page, which never shows another first', async () => {
    const context = await reader({ colorScheme: 'light' });
    const page = await context.newPage();
    await page.goto('/');
    const light = await paper(page);
    await toggle(page).click();
    await toggle(page).click();
    const dark = await paper(page);
    expect(dark).not.toBe(light);
    // Before the body begins nothing is shown; by then the scheme must be there.
    await context.addInitScript(() => {
      const observer = new MutationObserver(() => {
        if (!document.body) return;
        (window as unknown as { first: string | undefined }).first = document.documentElement.dataset['theme'];
        observer.disconnect();
      });
      observer.observe(document, { childList: true, subtree: true });
    });
    await page.goto('/members/');
    expect(await page.evaluate(() => (window as unknown as { first?: string }).first)).toBe('dark');
    expect(await paper(page)).toBe(dark);
    expect(await toggle(page).textContent()).toMatch(/dark$/);
    await toggle(page).click();
    await page.goto('/about/');
    expect(await theme(page)).toBeUndefined();
    expect(await paper(page)).toBe(light);
  });

  it('has no switch where a script could not make it work', async () => {
    const page = await open('/', { javaScriptEnabled: false });
    expect(await toggle(page).isVisible()).toBe(false);
  });

  it('can be switched where the browser lets pages remember nothing', async () => {
    const context = await reader({ colorScheme: 'light' });
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('Denied', 'SecurityError');
        },
      });
    });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto('/');
    await toggle(page).click();
    expect(await theme(page)).toBe('light');
    expect(errors).toEqual([]);
  });
});

describe.each([1440, 360])('the navigation at a width of %i pixels', (width) => {
  const viewport = { width, height: 900 };
  const menu = (page: Page) => page.locator('nav[aria-label="Main"]');

  it('opens its groups with the keyboard, and its links can be followed', async () => {
    const page = await open('/', { viewport });
    for (let stop = 0; stop < 20; stop++) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate(() => document.activeElement?.textContent?.trim());
      if (label === 'Menu') await page.keyboard.press('Enter');
      if (label === 'About') break;
    }
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('About');
    expect(await menu(page).getByRole('link', { name: 'Harbor board' }).isVisible()).toBe(false);
    await page.keyboard.press('Enter');
    expect(await menu(page).getByRole('link', { name: 'Harbor board' }).isVisible()).toBe(true);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => (document.activeElement as HTMLAnchorElement).pathname)).toBe('/about/');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/about/');
  });

  it('closes by Escape and by a click elsewhere', async () => {
    const page = await open('/', { viewport });
    const summary = (name: string) => menu(page).locator('summary', { hasText: new RegExp(`^${name}$`) });
    const link = menu(page).getByRole('link', { name: 'Harbor board' });
    if (await summary('Menu').isVisible()) await summary('Menu').click();
    await summary('About').click();
    expect(await link.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await link.isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('About');
    await summary('About').click();
    await page.locator('.site-footer').click({ position: { x: 2, y: 2 } });
    expect(await link.isVisible()).toBe(false);
  });

  it('works without a script: a group opens, and closes the one before', async () => {
    const page = await open('/', { viewport, javaScriptEnabled: false });
    const summary = (name: string) => menu(page).locator('summary', { hasText: new RegExp(`^${name}$`) });
    if (await summary('Menu').isVisible()) await summary('Menu').click();
    await summary('About').click();
    expect(await menu(page).getByRole('link', { name: 'Harbor board' }).isVisible()).toBe(true);
    await summary('News').click();
    expect(await menu(page).getByRole('link', { name: 'Press' }).isVisible()).toBe(true);
    expect(await menu(page).getByRole('link', { name: 'Harbor board' }).isVisible()).toBe(false);
    await menu(page).getByRole('link', { name: 'Press' }).click();
    expect(new URL(page.url()).pathname).toBe('/press/');
    expect(await page.locator('nav[aria-label="Main"] [aria-current="page"]').textContent()).toBe('Press');
  });

  it('leads to every page it names, and nothing of an open group lies beyond the edge', async () => {
    const page = await open('/', { viewport });
    const toggleMenu = menu(page).locator('summary', { hasText: /^Menu$/ });
    if (await toggleMenu.isVisible()) await toggleMenu.click();
    for (const group of await menu(page).locator('details[name] summary').all()) {
      await group.click();
      for (const link of await menu(page).locator('details[name][open] a').all()) {
        const box = await link.boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      }
    }
  });
});

describe('a video', () => {
  const path = '/live/deep-sea/';

  /** Opens the page; what it asks other hosts for is noted, and never gets out. */
  async function watched(options: Parameters<Browser['newContext']>[0] = {}) {
    const context = await reader(options);
    const asked: string[] = [];
    await context.route(
      (address) => !address.href.startsWith(url),
      async (route) => {
        asked.push(route.request().url());
        await route.fulfill({ status: 200, contentType: 'text/html', body: '<!DOCTYPE html><title>Elsewhere</title>' });
      },
    );
    const page = await context.newPage();
    await page.goto(path, { waitUntil: 'networkidle' });
    return { page, asked };
  }

  it('asks no other host for anything before a reader does', async () => {
    const { page, asked } = await watched();
    await page.mouse.wheel(0, 2000);
    await page.locator('[data-embed] a').hover();
    await page.waitForTimeout(300);
    expect(asked).toEqual([]);
    expect(await page.locator('iframe').count()).toBe(0);
    expect(await page.locator('[data-embed]').textContent()).toContain('youtube-nocookie.com');
  });

  it.each(['a click', 'the keyboard'])('is loaded in its place after %s, with a title and the focus', async (by) => {
    const { page, asked } = await watched();
    const link = page.locator('[data-embed] a');
    if (by === 'a click') await link.click();
    else {
      await link.focus();
      await page.keyboard.press('Enter');
    }
    const frame = page.locator('[data-embed] iframe');
    await frame.waitFor();
    await page.waitForLoadState('networkidle');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^https:\/\/www\.youtube-nocookie\.com\/embed\/[\w-]{11}\?autoplay=1$/);
    expect(await frame.getAttribute('src')).toBe(asked[0]);
    expect((await frame.getAttribute('title'))?.length).toBeGreaterThan(5);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('IFRAME');
    const box = await frame.boundingBox();
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(16 / 9, 1);
    expect(new URL(page.url()).pathname).toBe(path);
  });

  it('is a link to the video where no script runs', async () => {
    const { page, asked } = await watched({ javaScriptEnabled: false });
    await page.locator('[data-embed] a').click();
    await page.waitForURL((address) => !address.href.startsWith(url));
    expect(asked[0]).toMatch(/^https:\/\/(?:www\.youtube\.com|youtu\.be)\//);
  });
});

describe('from page to page', () => {
  /** Whether the page that is left hands over to the one that comes with a transition. */
  async function transition(reducedMotion: 'reduce' | 'no-preference'): Promise<boolean> {
    const context = await reader({ reducedMotion });
    await context.addInitScript(() => {
      addEventListener('pagereveal', (event) => {
        (window as unknown as { moved: boolean }).moved = !!(event as unknown as { viewTransition: unknown })
          .viewTransition;
      });
    });
    const page = await context.newPage();
    await page.goto('/');
    await page.waitForTimeout(300);
    await page.locator('a[href="/members/"]:visible').first().click();
    await page.waitForURL('**/members/');
    // A page is revealed with its first frame, which on a busy machine comes after it has loaded.
    await page.waitForFunction(() => 'moved' in window);
    return page.evaluate(() => (window as unknown as { moved: boolean }).moved);
  }

  it('there is a transition, by CSS alone', async () => {
    expect(await transition('no-preference')).toBe(true);
  });

  it('there is none for those who asked for less motion, and nothing else moves', async () => {
    expect(await transition('reduce')).toBe(false);
    const page = await open('/', { reducedMotion: 'reduce' });
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element);
          const lasts = (time: string) => time.split(',').some((part) => Number.parseFloat(part) > 0.01);
          return (
            (animationName !== 'none' && lasts(animationDuration)) ||
            lasts(transitionDuration) ||
            scrollBehavior === 'smooth'
          );
        })
        .map(({ tagName, className }) => `${tagName}.${className}`),
    );
    expect(moving).toEqual([]);
  });
});
