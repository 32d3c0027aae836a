import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import { expect, test } from 'vitest';
import { openPool, type Part, partOf } from '../../src/output/pool';

const folder = mkdtempSync(join(tmpdir(), 'pool-'));

/** A file of workers: each has tried as often as there are lines in the file that it is given. */
const source = `
import { servePool } from ${JSON.stringify(join(process.cwd(), 'src/output/pool.ts'))};
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
const tries = (path) => { appendFileSync(path, 'x'); return readFileSync(path, 'utf8').length; };
servePool({
  add: ({ by }, { part, parts }, progress) => { progress(1); return part + by + parts * 100; },
  fail: ({ path, times }, { part }) => { if (part === 1 && tries(path) <= times) throw new Error('no luck'); return part; },
  die: ({ path, times }, { part }) => { if (part === 1 && tries(path) <= times) process.exit(7); return part; },
});
`;
writeFileSync(join(folder, 'worker.mjs'), source);
buildSync({
  entryPoints: [join(folder, 'worker.mjs')],
  outfile: join(folder, 'bundle.mjs'),
  bundle: true,
  format: 'esm',
  platform: 'node',
});
const file = pathToFileURL(join(folder, 'bundle.mjs'));
const fresh = () => join(mkdtempSync(join(folder, 'tries-')), 'tries');

async function withPool<T>(
  work: (pool: ReturnType<typeof openPool>) => Promise<T>,
): Promise<{ told: string[]; came: T }> {
  const told: string[] = [];
  const pool = openPool(file, 4, (text) => void told.push(text));
  try {
    return { told, came: await work(pool) };
  } finally {
    await pool.close();
  }
}

const own = ({ part }: Part) => part;

test('every thread does its part, again and again, and says how far it is', async () => {
  let most = 0;
  const add =
    (by: number) =>
    ({ part, parts }: Part, progress: (done: number) => void) => {
      progress(1);
      return part + by + parts * 100;
    };
  const { came, told } = await withPool(async (pool) => [
    await pool.run('add', { by: 1 }, add(1), (done) => (most = done)),
    // What is asked of workers is asked of the first thread after they were started.
    await pool.run('add', { by: 10 }, add(10)),
  ]);
  expect(came).toEqual([
    [401, 402, 403, 404],
    [410, 411, 412, 413],
  ]);
  expect(most).toBeGreaterThan(0);
  expect(told).toEqual([]);
});

test('how far all threads are is known while this one is busy, and a fault of its own part is the work’s', async () => {
  const seen: number[] = [];
  await withPool((pool) =>
    pool.run(
      'add',
      { by: 1 },
      (_, progress) => {
        const end = Date.now() + 60_000;
        // Never gives the others a turn.
        while ((seen.at(-1) ?? 0) < 4 && Date.now() < end) progress(1);
      },
      (done) => void seen.push(done),
    ),
  );
  expect(seen.at(-1)).toBe(4);
  const failing = () => {
    throw new Error('out of words');
  };
  await expect(withPool((pool) => pool.run('add', { by: 1 }, failing))).rejects.toThrow('out of words');
});

test.each(['fail', 'die'])('a worker that does %s is named, and its part is tried once more', async (work) => {
  const { came, told } = await withPool((pool) => pool.run(work, { path: fresh(), times: 1 }, own));
  const reason = work === 'fail' ? 'no luck' : 'it ended with code 7';
  expect([came, told]).toEqual([[0, 1, 2, 3], [`Worker 2 of 3 failed: ${reason}. Its part is tried once more.`]]);
  await expect(withPool((pool) => pool.run(work, { path: fresh(), times: 2 }, own))).rejects.toThrow(
    `Worker 2 of 3 failed twice: ${reason}`,
  );
});

test('every file is in one part, and parts are of one size', () => {
  const counts = [0, 0, 0, 0];
  for (let index = 0; index < 10_000; index++) {
    const part = partOf(`content/blog/post-${index}.md`, 4);
    counts[part] = (counts[part] as number) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 2500)).toBeLessThan(250);
});
