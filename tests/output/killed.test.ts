import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerprintOf } from '../built/pages';
import { copyProject, siteTime } from '../copy-project';
import { runToEnd, startCommand } from '../run';
import { temporaryFolder } from '../temporary-folder';

// KILLS=50 tries more often.
const kills = Number(process.env['KILLS'] ?? 10);
// With the code that builds it: all builds are made by the same.
const { root, remove } = copyProject();
const environment = { SITE_NOW: siteTime };
const post = join(root, 'content/blog/meet-the-keepers.md');
const edit = () => {
  const text = readFileSync(post, 'utf8');
  writeFileSync(
    post,
    text.replace(/^title: (\w+)/m, (_, word) => `title: ${word === 'Meet' ? 'Greet' : 'Meet'}`),
  );
};
const site = () => fingerprintOf(join(root, 'public'));
const build = () => expect(runToEnd(root, 'build', [], environment).status).toBe(0);
afterAll(remove);

/** The two sites between which the builds go back and forth, made from nothing. */
const clean: Record<string, string>[] = [];
let length = 0;
beforeAll(() => {
  for (let round = 0; round < 2; round++) {
    for (const folder of ['public', '.build']) rmSync(join(root, folder), { recursive: true, force: true });
    const start = performance.now();
    build();
    length = performance.now() - start;
    clean.push(site());
    edit();
  }
});

test('a build that is killed at any moment leaves the former site or the new one, and the next gives what a clean one gives', async () => {
  expect(clean[0]).not.toEqual(clean[1]);
  for (let count = 0; count < kills; count++) {
    const wanted = clean[count % 2];
    // Every third is cold.
    if (count % 3 === 0) rmSync(join(root, '.build'), { recursive: true, force: true });
    const run = startCommand(root, 'build', [], environment);
    const moment = ((count + Math.random()) / kills) * length * 1.1;
    await new Promise((resolve) => setTimeout(resolve, moment));
    await run.stop('SIGKILL');
    const left = site();
    expect([clean[0], clean[1]], `killed after ${moment} ms`).toContainEqual(left);
    build();
    expect(site(), `after a build killed after ${moment} ms`).toEqual(wanted);
    edit();
  }
});

test('the site is the same, byte for byte, in another folder, time zone and language, cold and warm', () => {
  const elsewhere = temporaryFolder('elsewhere');
  cpSync(root, elsewhere, { recursive: true, filter: (path) => !/[\\/](?:public|\.build)$/.test(path) });
  try {
    const made = ['Pacific/Kiritimati', 'America/Los_Angeles'].map((TZ, index) => {
      const { status } = runToEnd(elsewhere, 'build', [], {
        ...environment,
        TZ,
        LANG: 'tr_TR.UTF-8',
        LC_ALL: index ? 'C' : 'ar_EG',
      });
      expect(status).toBe(0);
      return fingerprintOf(join(elsewhere, 'public'));
    });
    expect(made[0]).toEqual(made[1]);
    expect(made[0]).toEqual(clean[0]);
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
});
