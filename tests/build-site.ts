import { copySite, siteTime } from './copy-project';
import { runToEnd } from './run';

/** Before the tests that look at a built site: builds the site of the fixtures, once a run; see `tests/built-site.ts`. */
export default function setup(): void {
  if (process.env['BUILT_SITE']) return;
  const { root } = copySite();
  const { status, stdout, stderr } = runToEnd(root, 'build', [], { SITE_NOW: siteTime });
  if (status !== 0) throw new Error(`The site of the fixtures can’t be built:\n${stdout}${stderr}`);
  process.env['BUILT_SITE'] = root;
}
