import { execFileSync } from 'node:child_process';

/** The commit by which the content last changed of what a site is built from; undefined where there is no repository. */
export function builtFrom(root = process.cwd()): string | undefined {
  try {
    const args = ['log', '-1', '--format=%H', '--', 'content'];
    const said = execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return said.trim() || undefined;
  } catch {
    return undefined;
  }
}
