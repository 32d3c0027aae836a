import { execFileSync, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { freePort, startContentServer } from '../cms/content-server';

const help = `Starts the editor on this machine, without any account: the site, as it is while you write, and the admin page.
What you publish there is written into content/ and static/. Ctrl-C ends it all.

  npm run cms [-- options]

  --git        commits what is published, instead of leaving it in the files
  --workflow   with drafts and reviews, each on a branch of its own; implies --git
  --port       the port of the site; 8000, or any free one when that is taken`;

interface Options {
  git: boolean;
  workflow: boolean;
  port: number;
}

function optionsOf(): Options | undefined {
  const { values } = parseArgs({
    options: {
      git: { type: 'boolean' },
      workflow: { type: 'boolean' },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return undefined;
  const port = Number(values.port ?? 8000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`“${values.port}” is no port. Write a number such as 8000.`);
  return { git: values.git === true || values.workflow === true, workflow: values.workflow === true, port };
}

async function main(): Promise<void> {
  const options = optionsOf();
  if (!options) return console.log(help);
  const root = process.cwd();
  const branch = options.git ? branchOf(root) : 'main';
  const port = await freePort(options.port).catch(() => freePort());
  const url = `http://127.0.0.1:${port}`;
  const content = await startContentServer(root, options.git ? 'git' : 'fs', url);
  console.log('Starting the site; the first time this takes half a minute …');
  const site = spawn(
    process.execPath,
    ['--env-file=.env.gatsby', 'node_modules/gatsby/cli.js', 'develop', '-H', '127.0.0.1', '-p', String(port)],
    {
      env: { ...process.env, CMS_SERVER: content.url, CMS_BRANCH: branch, CMS_WORKFLOW: String(options.workflow) },
      stdio: ['ignore', 'pipe', 'inherit'],
      // Gatsby has processes of its own, which are ended with it as one group.
      detached: true,
    },
  );
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    content.stop();
    if (site.pid !== undefined && site.exitCode === null) endGroup(site.pid);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
  process.once('exit', end);
  let said = '';
  site.stdout.on('data', (chunk: Buffer) => {
    if (said === 'ready') return;
    said += chunk;
    if (!/You can now view/.test(said)) return;
    said = 'ready';
    console.log(`\nThe editor is at ${url}/admin/ and the site at ${url}/ (Ctrl-C ends both)`);
  });
  site.once('exit', (code) => {
    if (!ended) {
      console.error(said === 'ready' ? 'The site has ended.' : `The site could not start:\n${said.slice(-2000)}`);
      process.exitCode = code || 2;
    }
    end();
  });
}

/** The branch that is edited. What is not committed would be lost among the branches that are checked out. */
function branchOf(root: string): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  if (git('status', '--porcelain')) {
    throw new Error('There are changes that are not committed. Commit them first, or leave out --git.');
  }
  return git('branch', '--show-current') || 'main';
}

function endGroup(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  });
}
