import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { codeFolder } from '../src/cache/code-folder';

/** A run of a command in a project, with what it has printed so far. */
export interface Run {
  output(): string;
  /** Resolves when the output since the last call holds a text; rejects after `seconds`, with the output. */
  says(text: string | RegExp, seconds?: number): Promise<void>;
  exitCode: Promise<number | null>;
  /** Ends it and all that it started; by SIGTERM, if nothing else is said. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** Starts `gatsby build` or `gatsby develop` as the scripts of package.json do. */
export const startGatsby = (root: string, args: string[], environment: Record<string, string> = {}): Run =>
  runNode(root, ['--env-file=.env.gatsby', 'node_modules/gatsby/cli.js', ...args], environment);

/** Starts a command of `src/commands/`. */
export const startCommand = (
  root: string,
  name: string,
  args: string[],
  environment: Record<string, string> = {},
): Run => runNode(root, [runnerOf(root), name, ...args], environment);

/** Runs a command of `src/commands/` to its end. */
export function runToEnd(root: string, name: string, args: string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [runnerOf(root), name, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', ...environment },
  });
  return { status, stdout, stderr };
}

/** What starts commands: a copy of the project has its own, and what is content alone is built by the project here. */
const runnerOf = (root: string) =>
  [root, codeFolder].map((folder) => join(folder, 'src/commands/run.mjs')).find(existsSync) as string;

function runNode(root: string, args: string[], environment: Record<string, string>): Run {
  // Gatsby decides by NODE_ENV and VITEST's is "test"; in CI it does not redraw its lines.
  const { NODE_ENV: _, ...inherited } = process.env;
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: root,
    env: { ...inherited, CI: 'true', ...environment },
    detached: true,
  });
  let output = '';
  let seen = 0;
  child.stdout?.on('data', (data) => (output += data));
  child.stderr?.on('data', (data) => (output += data));
  const exitCode = once(child, 'exit').then(([code]) => code as number | null);
  return {
    output: () => output,
    async says(text, seconds = 300) {
      const end = Date.now() + seconds * 1000;
      for (;;) {
        const rest = output.slice(seen);
        const found = typeof text === 'string' ? rest.indexOf(text) : rest.search(text);
        if (found !== -1) {
          seen += found + 1;
          return;
        }
        if (Date.now() > end || child.exitCode !== null) throw new Error(`never said ${text}:\n${output.slice(-4000)}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    exitCode,
    async stop(signal = 'SIGTERM') {
      // Whatever it has started is in its group.
      if (child.exitCode === null && child.pid) process.kill(-child.pid, signal);
      await exitCode;
    },
  };
}
