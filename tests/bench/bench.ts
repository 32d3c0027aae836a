import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { copyProject, siteTime } from '../copy-project';
import { loadTitle } from './load';
import { type Measured, measure, measureDevelop, median } from './measure';
import { editPeer, editTemplate, peersIn } from './peers';
import { plot } from './plot';
import { writePosts } from './posts';
import { type MeasuredSearch, measureSearch } from './search';

const help = `Times this generator and others on the same posts, and writes docs/benchmarks.md and docs/benchmarks.svg.

  npm run bench                         with 1,000 posts, three times
  npm run bench -- 1000 10000 --runs 5  with 1,000 and with 10,000, five times
  npm run bench -- 100000 --alone       without the others
  npm run bench -- --dry                writes nothing

The others are fetched from the package registry into a folder that is kept, .build/bench; Hugo is compared with where
it is installed. Of each, one run follows the other, so that what else the machine does hits all alike.`;

const options = {
  runs: { type: 'string', default: '3' },
  alone: { type: 'boolean' },
  dry: { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

type Steps = Record<string, Measured[]>;
const own = 'This generator';
const document = 'docs/benchmarks.md';

export async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  process.env['SITE_NOW'] = siteTime;
  if (values.help) return console.log(help);
  const runs = Number(values.runs);
  const counts = positionals.length > 0 ? positionals.map(Number) : [1000];
  const results: Result[] = [];
  for (const count of counts) {
    const { found, search } = await benchAt(count, runs, values.alone === true);
    const medians = Object.fromEntries(
      Object.entries(found).map(([name, steps]) => [
        name,
        Object.fromEntries(Object.entries(steps).map(([step, measured]) => [step, median(measured)])),
      ]),
    );
    results.push({ count, medians, search });
    console.log(`${tableOf(count, medians)}\n\n${searchOf(search)}`);
  }
  if (values.dry) return;
  const former = existsSync(document) ? readFileSync(document, 'utf8') : '';
  const load = former.indexOf(loadTitle);
  writeFileSync(document, documentOf(results, runs) + (load === -1 ? '' : `\n${former.slice(load)}`));
  const names = [...new Set(results.flatMap(({ medians }) => Object.keys(medians)))];
  const lines = names.map((name) => ({
    name,
    points: results.flatMap(({ count, medians }): [number, number][] => {
      const seconds = medians[name]?.['cold']?.seconds;
      return seconds === undefined ? [] : [[count, seconds]];
    }),
  }));
  writeFileSync('docs/benchmarks.svg', plot(lines));
}

async function benchAt(
  count: number,
  runs: number,
  isAlone: boolean,
): Promise<{ found: Record<string, Steps>; search: MeasuredSearch }> {
  const { root, remove } = copyProject();
  const found: Record<string, Steps> = {};
  const note = (name: string, step: string, measured: Measured) => {
    const steps = found[name] ?? {};
    steps[step] = [...(steps[step] ?? []), measured];
    found[name] = steps;
    console.log(`${count} posts  ${name}  ${step}: ${measured.seconds.toFixed(2)} s, ${measured.megabytes} MB`);
  };
  try {
    writePosts(root, count);
    const peers = isAlone ? [] : peersIn(join(process.cwd(), '.build/bench'), count);
    const command = (...args: string[]) => [process.execPath, join(root, 'src/commands/run.mjs'), ...args];
    const post = join(root, 'content/blog/bench/post-7.md');
    for (let run = 0; run < runs; run++) {
      for (const peer of peers) {
        for (const path of peer.made) rmSync(join(peer.folder, path), { recursive: true, force: true });
        note(peer.name, 'cold', measure(peer.folder, peer.command));
        note(peer.name, 'nothing changed', measure(peer.folder, peer.command));
        editPeer(peer);
        note(peer.name, 'one post edited', measure(peer.folder, peer.command));
        editTemplate(peer);
        note(peer.name, 'a template edited', measure(peer.folder, peer.command));
      }
      for (const path of ['.build', 'public']) rmSync(join(root, path), { recursive: true, force: true });
      note(own, 'check, nothing known', measure(root, command('check')));
      note(own, 'check, nothing changed', measure(root, command('check')));
      appendFileSync(post, '\nOne more line.\n');
      note(own, 'check, one post edited', measure(root, command('check')));
      rmSync(join(root, '.build'), { recursive: true });
      note(own, 'cold', measure(root, command('build')));
      note(own, 'nothing changed', measure(root, command('build')));
      appendFileSync(post, '\nOne more line.\n');
      note(own, 'one post edited', measure(root, command('build')));
      appendFileSync(join(root, 'src/theme/templates/blog-post.tsx'), '\n// changed\n');
      note(own, 'a template edited', measure(root, command('build')));
      note(own, 'fix, dry run', measure(root, command('fix', '--dry-run')));
    }
    const save = (words: string) => appendFileSync(post, `\n${words}\n`);
    const { start, seen } = await measureDevelop(
      root,
      command('develop', '--port', '0'),
      '/blog/bench/post-7/',
      save,
      5,
    );
    note(own, 'develop, start', start);
    note(own, 'develop, save to seen', seen);
    return { found, search: await measureSearch(root, 'lens harbor') };
  } finally {
    remove();
  }
}

const searchOf = ({ milliseconds, kilobytes: { engine, index } }: MeasuredSearch): string =>
  `The search shows its first result ${Math.round(milliseconds)} ms after it is asked, on the loopback, and is sent ${Math.round(index)} kB of its index for ten of them, beside an engine of ${Math.round(engine)} kB that is kept.`;

function tableOf(count: number, medians: Record<string, Record<string, Measured>>): string {
  const names = Object.keys(medians);
  const steps = [...new Set(Object.values(medians).flatMap((all) => Object.keys(all)))];
  const cell = (measured: Measured | undefined) =>
    !measured
      ? ''
      : `${measured.seconds.toFixed(2)} s${measured.megabytes > 0 ? `, ${measured.megabytes.toLocaleString('en')} MB` : ''}`;
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [
    row([`${count.toLocaleString('en')} posts`, ...names]),
    row(['---', ...names.map(() => '---:')]),
    ...steps.map((step) => row([step, ...names.map((name) => cell(medians[name]?.[step]))])),
  ].join('\n');
}

function documentOf(results: readonly Result[], runs: number): string {
  const [{ model = 'unknown' } = {}] = cpus();
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  return `# How fast

Written by \`npm run bench\`; each figure is the median of ${runs} runs, with the most memory at once. Between two runs of one
generator those of the others were made.

- The machine: ${cpus().length} × ${model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}.
- The posts: 4 kB each, with prose, a list, a table, code and three links, beside the sample site of version ${version}.
- What was on: this generator with all that the published site has (checks of every rule, feeds, search data, structured
  data, redirects, the editor, styles and scripts within pages, lists by category, author and year). The others with a
  template for posts and one for lists, and nothing else: they check nothing.

${results.map(({ count, medians, search }) => `${tableOf(count, medians)}\n\n${searchOf(search)}`).join('\n\n')}

![Seconds of a cold build over the number of posts](benchmarks.svg)
`;
}

interface Result {
  count: number;
  medians: Record<string, Record<string, Measured>>;
  search: MeasuredSearch;
}
