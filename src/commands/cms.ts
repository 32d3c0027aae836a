import { execFileSync } from 'node:child_process';
import { startContentServer } from '../cms/serve/content-server';
import { startSite } from './develop';
import { readOptions } from './terminal/options';

const help = `Starts the editor on this machine, without any account: the site, as it is while you write, and the admin page.
What you publish there is written into content/ and static/. Ctrl-C ends it all.

  npm run cms [-- options]

  --git        commits what is published, instead of leaving it in the files
  --workflow   with drafts and reviews, each on a branch of its own; implies --git
  --port       the port of the site; 8000, or any free one when that is taken
  --help, -h   prints this`;

export async function main(args: string[]): Promise<void> {
  const values = readOptions(
    {
      git: { type: 'boolean' },
      workflow: { type: 'boolean' },
      port: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
    args,
  );
  if (values.help) return console.log(help);
  const root = process.cwd();
  const isGit = values.git === true || values.workflow === true;
  const branch = isGit ? branchOf(root) : 'main';
  const content = await startContentServer(root, isGit ? 'git' : 'fs');
  // They come before what the settings say of the back end; see cms/backend.ts.
  Object.assign(process.env, {
    CMS_SERVER: content.url,
    CMS_BRANCH: branch,
    CMS_WORKFLOW: String(values.workflow === true),
  });
  const { url } = await startSite(values.port, content);
  console.log(`\nThe editor is at ${url}admin/ and the site at ${url} (Ctrl-C ends both)`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      content.stop();
      process.exit();
    });
  }
}

/** The branch that is edited. What is not committed would be lost among the branches that are checked out. */
function branchOf(root: string): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  if (git('status', '--porcelain')) {
    throw new Error('There are changes that are not committed. Commit them first, or leave out --git.');
  }
  return git('branch', '--show-current') || 'main';
}
