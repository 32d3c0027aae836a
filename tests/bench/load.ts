import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readAnswers } from '../../src/hosts/answers';
import { nginxConfig } from '../../src/hosts/nginx';
import { copyProject, siteTime } from '../copy-project';
import { hasBrotli, isInstalled, rootOf, startNginx } from '../hosts/servers';
import { runToEnd } from '../run';
import { temporaryFolder } from '../temporary-folder';
import { writePosts } from './posts';

const help = `Asks nginx, with the configuration that npm run host writes, for the pages of a large site, by a thousand connections at
once, and writes into docs/benchmarks.md how long readers wait. It needs nginx and wrk.

  npm run bench:load                              10,000 posts, 1,000 connections, 15 seconds
  npm run bench:load -- 1000 --connections 100 --seconds 5
  npm run bench:load -- --dry                     writes nothing`;

const options = {
  connections: { type: 'string', default: '1000' },
  seconds: { type: 'string', default: '15' },
  dry: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

export const loadTitle = '## Under load';
const document = 'docs/benchmarks.md';

export async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  if (values.help) return console.log(help);
  if (!isInstalled.nginx || spawnSync('wrk', ['-v']).error)
    throw new Error('It needs nginx and wrk: apt install nginx wrk');
  const count = Number(positionals[0] ?? 10_000);
  const { root, remove } = copyProject();
  try {
    writePosts(root, count);
    for (const command of [['build'], ['pack', '--to', 'packed']] as const) {
      const { status, stdout, stderr } = runToEnd(root, command[0], [...command.slice(1)], { SITE_NOW: siteTime });
      if (status !== 0) throw new Error(`${stdout}${stderr}`);
    }
    const folder = join(root, 'packed');
    const answers = readAnswers(folder);
    const server = await startNginx((port) =>
      nginxConfig(answers, {
        root: rootOf(folder, answers.basePath),
        listen: `127.0.0.1:${port}`,
        serverName: '_',
        brotli: hasBrotli,
      }),
    );
    try {
      const rows = [`--connections ${values.connections}`, '--connections 50'].map((asked, index) =>
        rowOf(index ? '50' : values.connections, ask(server.url, count, asked, values.seconds)),
      );
      const text = sectionOf(count, values.seconds, rows);
      console.log(text);
      if (!values.dry) writeSection(text);
    } finally {
      server.stop();
    }
  } finally {
    remove();
  }
}

/** What wrk says after it has asked for post after post, as a browser does that reads brotli. */
function ask(url: string, count: number, connections: string, seconds: string): string {
  const script = join(temporaryFolder('wrk'), 'posts.lua');
  const lines = [
    'wrk.headers["Accept-Encoding"] = "gzip, br"',
    'local at = 0',
    `request = function() at = (at + 7919) % ${count}; return wrk.format(nil, "/blog/bench/post-" .. at .. "/") end`,
    // wrk counts what is not 2xx or 3xx itself; an empty page would be a fault too.
    'response = function(status, headers, body) if status ~= 200 or #body < 500 then io.stderr:write("bad ", status, "\\n") end end',
  ];
  writeFileSync(script, `${lines.join('\n')}\n`);
  const { stdout, stderr, status } = spawnSync(
    'wrk',
    ['--threads', '1', ...connections.split(' '), '--duration', `${seconds}s`, '--latency', '--script', script, url],
    { encoding: 'utf8', maxBuffer: 1 << 28 },
  );
  if (status !== 0) throw new Error(stderr.slice(0, 2000));
  const bad = stderr.match(/^bad /gm)?.length ?? 0;
  return `${stdout}\nBad pages: ${bad}`;
}

function rowOf(connections: string, said: string): string {
  const found = (shape: RegExp) => shape.exec(said)?.[1] ?? '';
  const faults = (/Socket errors: (.*)/.exec(said)?.[1] ?? '').match(/\d+/g)?.map(Number) ?? [];
  const errors = faults.reduce((sum, fault) => sum + fault, Number(found(/Bad pages: (\d+)/)));
  const cells = [
    connections,
    Math.round(Number(found(/Requests\/sec: +([\d.]+)/))).toLocaleString('en'),
    ...[50, 90, 99].map((part) => found(new RegExp(`^ +${part}% +(\\S+)`, 'm'))),
    String(errors),
  ];
  return `| ${cells.join(' | ')} |`;
}

const sectionOf = (count: number, seconds: string, rows: string[]) => `${loadTitle}

Written by \`npm run bench:load\`: Debian’s nginx with one process and the configuration of \`npm run host -- nginx\`, and wrk
beside it on the same machine, asking for ${count.toLocaleString('en')} posts one after the other for ${seconds} seconds. A fault is an answer that is none,
comes too late (2 s) or is no whole page.

| connections | pages a second | half of them within | 90 % | 99 % | faults |
| ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}
`;

function writeSection(text: string): void {
  const before = existsSync(document) ? readFileSync(document, 'utf8').split(`\n${loadTitle}`)[0] : '# How fast\n';
  writeFileSync(document, `${before?.trimEnd()}\n\n${text}`);
}
