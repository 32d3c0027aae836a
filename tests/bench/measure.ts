import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

export interface Measured {
  seconds: number;
  megabytes: number;
}

/** Runs a command to its end, and tells how long it took and the most memory that it had at once. Throws where it fails. */
export function measure(folder: string, [program = '', ...args]: string[]): Measured {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync('/usr/bin/time', ['-f', '%M', program, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, CI: 'true', ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
    maxBuffer: 1 << 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${[program, ...args].join(' ')} failed:\n${stdout}${stderr}`.slice(-4000));
  return { seconds, megabytes: Math.round(Number(stderr.trim().split('\n').at(-1)) / 1024) };
}

/** What lies in the middle, by time. */
export const median = (runs: readonly Measured[]): Measured =>
  [...runs].sort((a, b) => a.seconds - b.seconds)[Math.floor(runs.length / 2)] as Measured;

/**
 * Starts the development server, asks for a page, changes its file `times` times, and tells how long the start took and
 * how long it takes from a save until the server gives the page with it.
 */
export async function measureDevelop(
  root: string,
  command: string[],
  address: string,
  save: (words: string) => void,
  times: number,
): Promise<{ start: Measured; seen: Measured }> {
  const begin = performance.now();
  const child = spawn(command[0] as string, command.slice(1), { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = '';
      child.stdout.on('data', (data) => {
        said += data;
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
        if (found) resolve(found);
      });
      child.once('exit', () => reject(new Error(`The development server ended:\n${said}`)));
    });
    const start = (performance.now() - begin) / 1000;
    const page = async () => (await fetch(url + address)).text();
    await page();
    const runs: Measured[] = [];
    for (let run = 0; run < times; run++) {
      const words = `saved for the ${run + 1}. time at ${Date.now()}`;
      const from = performance.now();
      save(words);
      while (!(await page()).includes(words)) await new Promise((resolve) => setTimeout(resolve, 10));
      runs.push({ seconds: (performance.now() - from) / 1000, megabytes: 0 });
    }
    return { start: { seconds: start, megabytes: 0 }, seen: median(runs) };
  } finally {
    child.kill();
    await once(child, 'exit');
  }
}
