import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/**
 * Starts headless Chromium. On Linux it comes with `npm ci`, and needs no packages of the system;
 * elsewhere, or where CHROME names one, an installed Chrome is used.
 */
export async function launchChromium(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];
  const installed = process.env['CHROME'];
  if (installed) return chromium.launch({ executablePath: installed, args });
  if (process.platform !== 'linux') return chromium.launch({ channel: 'chrome', args });
  return chromium.launch({ executablePath: await unpack(), args });
}

/**
 * The package unpacks itself to the temporary folder and takes for its own what it finds there, so the folder is named
 * after its version. It brings the libraries it needs only where it believes to be on a server that has none (VERCEL),
 * and looks for fonts in places of such servers, so it is told where they are.
 */
async function unpack(): Promise<string> {
  const folder = join(tmpdir(), 'chromium-153');
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
