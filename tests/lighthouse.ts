import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'chrome-launcher';
import { serveSite } from '../src/commands/serve';
import { chromiumArguments, chromiumPath } from './browser/chromium';

const help = `Runs Lighthouse on pages of the built site, as a phone on a slow network, and fails below 100.

  npm run lighthouse [-- /blog/ /members/ …]    the home page and what its navigation leads to first, if none is named`;

/** The home page, and the first two pages of the site that its navigation leads to. */
function someAddresses(base: string): string[] {
  const home = readFileSync(join(process.cwd(), 'public/index.html'), 'utf8');
  const navigation = /<nav[\s\S]*?<\/nav>/.exec(home)?.[0] ?? '';
  const links = [...navigation.matchAll(/href="(\/[^"#]*)"/g)].map(([, address = '']) =>
    address.slice(base.length - 1),
  );
  return ['/', ...new Set(links.filter((address) => address !== '/'))].slice(0, 3);
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  if (asked.includes('--help')) return console.log(help);
  const { default: lighthouse } = await import('lighthouse');
  const { url, server } = await serveSite(process.cwd());
  const path = await chromiumPath();
  const chrome = await launch({
    ...(path ? { chromePath: path } : {}),
    chromeFlags: ['--headless=new', ...chromiumArguments],
  });
  for (const address of asked.length > 0 ? asked : someAddresses(new URL(url).pathname)) {
    const result = await lighthouse(new URL(address.slice(1), url).href, {
      port: chrome.port,
      output: 'json',
      logLevel: 'error',
    });
    if (!result) throw new Error(`Lighthouse gave no result for ${address}`);
    const { categories, audits } = result.lhr;
    const scores = Object.values(categories).map(({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`);
    console.log(`${address}: ${scores.join(', ')}; CLS ${audits['cumulative-layout-shift']?.displayValue}`);
    for (const { score, title, scoreDisplayMode } of Object.values(audits)) {
      if (score !== null && score < 1 && scoreDisplayMode === 'binary') console.log(`  ${title}`);
    }
    if (Object.values(categories).some(({ score }) => (score ?? 0) < 1)) process.exitCode = 1;
  }
  await chrome.kill();
  server.close();
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 2;
});
