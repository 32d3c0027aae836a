import { spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { copyProject } from '../copy-project';
import { writePosts } from './posts';

const help = `Times the check, the fix and the build on generated posts, in a copy of the project.

  npm run bench                with 1,000 posts of three links each; the check should take less than 3 s
  npm run bench -- 10000       with 10,000`;

if (process.argv.includes('--help')) {
  console.log(help);
  process.exit();
}
const count = Number(process.argv[2] ?? 1000);

const { root, remove } = copyProject();
try {
  time('cold build of the sample', ['build'], 1);
  appendFileSync(join(root, 'content/blog/gating-with-three-lamps.md'), '\nOne more line.\n');
  time('build of the sample, one post changed', ['build'], 1);
  writePosts(root, count);
  time(`check of ${count} posts with ${3 * count} links`, ['check'], 3);
  time(`dry run of the fix of ${count} posts`, ['fix', '--dry-run'], 3);
  for (const folder of ['.build', 'public']) rmSync(join(root, folder), { recursive: true, force: true });
  build('cold build');
  build('warm build, nothing changed');
  appendFileSync(join(root, 'content/blog/bench/post-7.md'), '\nOne more line.\n');
  build('warm build, one post changed');
  appendFileSync(join(root, 'src/theme/styles/components/prose.css'), '\n.prose s { color: var(--quiet); }\n');
  build('warm build, style sheet changed');
  const seed = readFileSync(join(root, 'public/blog/lantern-members/index.html'));
  console.log(`page of a post: ${seed.length} bytes, ${gzipSync(seed, { level: 9 }).length} with gzip`);
} finally {
  remove();
}

function build(what: string) {
  time(`${what} of ${count} posts`, ['build'], 1);
}

function time(what: string, args: string[], runs: number) {
  const seconds: number[] = [];
  let memory = '';
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const measured = spawnSync(
      '/usr/bin/time',
      ['-f', '%M', process.execPath, join(root, 'src/commands/run.mjs'), ...args],
      {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, CI: 'true' },
        maxBuffer: 1 << 28,
      },
    );
    if (measured.status !== 0) throw new Error(`${what} failed:\n${measured.stdout}${measured.stderr}`.slice(-4000));
    seconds.push((performance.now() - start) / 1000);
    memory = `${Math.round(Number(measured.stderr.trim().split('\n').at(-1)) / 1024)} MB`;
  }
  seconds.sort((a, b) => a - b);
  console.log(`${what}: ${seconds[Math.floor(seconds.length / 2)]?.toFixed(2)} s, ${memory}`);
}
