import { execFileSync } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { contentPath, forward, startContentServer } from '../../src/cms/serve/content-server';
import { answerFrom } from '../../src/hosts/answer';
import { readAnswers } from '../../src/hosts/answers';
import { builtSite } from '../built-site';
import { type Copy, copySite, siteTime } from '../copy-project';
import { patience } from './chromium';

const built = join(builtSite, 'public');

/** An editor at work: a clone of the content under git, the CMS's server over it, and the built admin page. */
export interface Editor {
  /** The address of the site; the admin page is below it. */
  url: string;
  /** The repository. */
  root: string;
  /** Hosts that any page asked for something. */
  hosts: Set<string>;
  git(...args: string[]): string;
  read(file: string): string;
  /** A page of the browser in which nobody has been before, logged in, at an address of the CMS such as `/collections/post`. */
  open(path: string, options?: { context?: BrowserContext }): Promise<Page>;
  /** Closes all pages, and puts the files back. */
  reset(): Promise<void>;
  /** Lets nothing come through to the content server, as if it had died. */
  die(): void;
  /** Brings it back. */
  revive(): void;
  /** Ends it all. Rejects when its policy kept anything from happening. */
  stop(): Promise<void>;
}

export async function startEditor(
  browser: Browser,
  mode: 'fs' | 'git',
  { workflow = false, copy = copySite() }: { workflow?: boolean; copy?: Copy } = {},
): Promise<Editor> {
  const { root, remove } = copy;
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' });
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Editor');
  git('config', 'user.email', 'editor@example.org');
  git('config', 'core.autocrlf', 'false');
  // It is a link here, which the project's own list of what is ignored does not mean.
  appendFileSync(join(root, '.git/info/exclude'), 'node_modules\n');
  git('add', '-A');
  git('commit', '-q', '-m', 'Content');
  const content = await startContentServer(root, mode);
  let isDead = false;

  const data = JSON.parse(readFileSync(join(built, 'admin/site.json'), 'utf8'));
  const site = JSON.stringify({
    ...data,
    backend: {
      backend: { name: 'proxy', proxy_url: contentPath, branch: 'main' },
      publish_mode: workflow ? 'editorial_workflow' : 'simple',
    },
  });
  const answers = readAnswers(built);
  const answer = answerFrom(built, answers);
  const server: Server = createServer((request, response) => {
    if (request.url === contentPath && isDead) request.destroy();
    else if (request.url === contentPath) void forward(request, response, { ...content, root });
    else if (request.url === '/admin/site.json')
      response.writeHead(200, { 'content-type': 'application/json' }).end(site);
    else answer(request, response);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const hosts = new Set<string>();
  const violations: string[] = [];
  const contexts: BrowserContext[] = [];

  return {
    url,
    root,
    hosts,
    git,
    read: (file) => readFileSync(join(root, file), 'utf8'),
    async open(path, { context } = {}) {
      const own = context ?? (await browser.newContext({ viewport: { width: 1440, height: 1000 } }));
      if (!context) contexts.push(own);
      own.setDefaultTimeout(patience);
      await own.addInitScript(setClock, Date.parse(siteTime));
      const page = await own.newPage();
      page.on('request', (request) => {
        if (/^https?:/.test(request.url())) hosts.add(new URL(request.url()).hostname);
      });
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) violations.push(message.text());
      });
      page.on('dialog', (dialog) => void dialog.accept());
      await page.goto(`${url}/admin/#${path}`);
      const login = page.getByRole('button', { name: 'Login' });
      await login.or(page.locator('nav, [id*="-field-"]')).first().waitFor();
      if (await login.isVisible()) await login.click();
      return page;
    },
    async reset() {
      for (const context of contexts.splice(0)) await context.close();
      git('checkout', '-q', '-f', 'main');
      git('clean', '-qfd');
    },
    die: () => {
      isDead = true;
    },
    revive: () => {
      isDead = false;
    },
    async stop() {
      for (const context of contexts) await context.close();
      server.close();
      content.stop();
      remove();
      if (violations.length > 0)
        throw new Error(`The policy of /admin/ keeps the editor from its work:\n${violations.join('\n')}`);
    },
  };
}

/** Lets the clock of a page go on from a moment: that for which the site was built, so that what is past there is past here. */
function setClock(start: number) {
  const Clock = Date;
  const ahead = start - Clock.now();
  window.Date = class extends Clock {
    constructor(...given: []) {
      super(...(given.length === 0 ? ([Clock.now() + ahead] as unknown as []) : given));
    }
    static override now = () => Clock.now() + ahead;
  } as DateConstructor;
}

/** The control of a field, by its name. */
export const fieldOf = (page: Page, name: string) => page.locator(`[id^="${name}-field-"]`).first();

/** Publishes what is open, and waits until the content server has written it. */
export async function publish(page: Page): Promise<void> {
  const [written] = await Promise.all([
    page.waitForResponse((response) => response.request().postData()?.includes('"persistEntry"') ?? false),
    (async () => {
      await page.getByText('Publish', { exact: true }).first().click();
      await page.getByText('Publish now', { exact: true }).click();
    })(),
  ]);
  if (!written.ok()) throw new Error(`The content server answered ${written.status()}`);
  await page.getByText('Changes saved', { exact: true }).waitFor();
}
