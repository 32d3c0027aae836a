import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** How long a test waits for something to be there, in milliseconds: long, for the machine may be busy. */
export const patience = 60_000;

export const chromiumArguments = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];

/**
 * Where Chromium is: on Linux it comes with `npm ci`, and needs no packages of the system. Undefined elsewhere, where an
 * installed Chrome is used. CHROME names another.
 */
export async function chromiumPath(): Promise<string | undefined> {
  return process.env['CHROME'] ?? (process.platform === 'linux' ? await unpack() : undefined);
}

/** Starts headless Chromium. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = await chromiumPath();
  return chromium.launch({ ...(executablePath ? { executablePath } : { channel: 'chrome' }), args: chromiumArguments });
}

/**
 * The package unpacks itself to the temporary folder and takes for its own what it finds there, so the folder is named
 * after its version. It brings the libraries it needs only where it believes to be on a server that has none (VERCEL),
 * and looks for fonts in places of such servers, so it is told where they are.
 */
async function unpack(): Promise<string> {
  const { version } = JSON.parse(readFileSync('node_modules/@sparticuz/chromium/package.json', 'utf8'));
  const folder = join(tmpdir(), `chromium-${version}`);
  mkdirSync(folder, { recursive: true });
  const fonts = join(folder, 'fonts.conf');
  const places = [join(folder, 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${places
      .map((place) => `<dir>${place}</dir>`)
      .join('')}<cachedir>${join(folder, 'font-cache')}</cachedir></fontconfig>`,
  );
  const { TMPDIR } = process.env;
  Object.assign(process.env, { TMPDIR: folder, VERCEL: '1', FONTCONFIG_FILE: fonts });
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    return await packed.executablePath();
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  }
}
