import { codeVersion } from '../cache/code-version';
import { storeInMemory } from '../cache/store';
import { adminFiles } from '../cms/serve/files';
import type { Problem } from '../content/problem';
import { readIn } from '../content/read';
import * as kinds from '../kinds/kinds';
import { buildTime, type Findings, loadSite } from '../load';
import { openStores } from '../output/parts';
import { brandFiles } from '../output/pictures/brand-files';
import { cardFiles } from '../output/pictures/card-files';
import { pictureFiles } from '../output/pictures/picture-files';
import { assetFiles, pageFiles, type RenderPage } from '../output/plan';
import { searchFiles } from '../output/search/search-files';
import type { OutputFile } from '../output/table';
import { brandStyles } from '../site/brand-styles';
import { planFiles } from '../site/files/files';
import { searchFolder } from '../site/lists';
import { renderBody } from '../site/pages/body';
import { planPages } from '../site/pages/plan';
import type { Site } from '../site/site';

/** The site as it is while somebody writes it. Nothing of it is made before it is asked for. */
export interface LiveSite {
  problems: Problem[];
  /** The path before all others, with `/` at both ends. */
  basePath: string;
  /** What there is at a path such as `blog/rss.xml`. */
  find(path: string): Promise<LiveFile | undefined>;
}

export type LiveFile = OutputFile & {
  /** What readers are not shown, or not yet, in words for its author. */
  state?: string | undefined;
};

/** What the last state of every file of content was that could be read, as bytes. */
export type LastGood = Map<string, Uint8Array>;

/** What this process finds out, beginning with what the runs before it have kept; for as long as the code is the same. */
export function newFindings(root: string): Findings {
  const { entries, checks } = openStores(root, codeVersion());
  return { entries: storeInMemory(entries), checks: storeInMemory(checks) };
}

interface Making {
  /** `styles` are those of the site’s brand. */
  page: (page: Parameters<RenderPage>[0], styles: string) => ReturnType<RenderPage>;
  admin: () => Promise<string>;
}

/**
 * Reads and checks a project for those who write it: drafts and posts dated ahead are in it. A file that can't be read now
 * stands in it as it was when it last could. Undefined where there has never been a site.
 */
export function loadLive(
  root: string,
  lastGood: LastGood,
  make: Making,
  kept: Findings,
): { problems: Problem[]; live?: LiveSite } {
  const options = { kinds, now: buildTime(), preview: true, kept };
  const { site: found, problems } = loadSite(root, options);
  const isBroken = found
    ? (file: string) => found.broken.has(file)
    : (file: string) => problems.some((problem) => problem.file === file && problem.severity === 'error');
  const broken = new Set(problems.map(({ file }) => file).filter((file) => isBroken(file) && lastGood.has(file)));
  const read = readIn(root);
  const site =
    broken.size === 0
      ? found
      : loadSite(root, { ...options, read: (file) => (broken.has(file) ? lastGood.get(file) : read(file)) }).site;
  for (const { file, source } of site?.entries ?? []) lastGood.set(file, Buffer.from(source.text));
  return site
    ? { problems, live: { problems, basePath: site.base.path, find: finder(root, site, make) } }
    : { problems };
}

function finder(root: string, site: Site, make: Making): LiveSite['find'] {
  const pages = planPages(site, renderBody);
  const styles = brandStyles(site);
  const table = new Map<string, LiveFile>();
  const outputs = [
    ...pageFiles(site, pages, (page) => make.page(page, styles)),
    ...assetFiles(root, site),
    ...pictureFiles(root, site),
    ...cardFiles(root, site, pages),
    ...brandFiles(root, site),
    ...adminFiles(site, make.admin),
  ];
  for (const file of outputs) table.set(file.path, file);
  for (const { file, address } of pages) {
    const page = table.get(`${address.slice(1)}index.html`);
    if (page && file) page.state = stateOf(site, file);
  }
  // Feeds hold many posts, and are seldom looked at.
  let others: Promise<Map<string, LiveFile>> | undefined;
  const rest = async () =>
    new Map((await planFiles(site, pages)).map(({ path, text }) => [path.slice(1), { path, content: () => text }]));
  let search: Promise<Map<string, LiveFile>> | undefined;
  const found = async () =>
    new Map((await searchFiles(root, site, pages, renderBody)).map((file) => [file.path, file]));
  return async (path) => {
    const here = table.get(path);
    if (here) return here;
    if (`/${path}`.startsWith(searchFolder(site.settings))) {
      search ??= found();
      return (await search).get(path);
    }
    others ??= rest();
    return (await others).get(path);
  };
}

/** Whether readers see what a file says, in words. */
function stateOf({ entries, now, posts }: Site, file: string): string | undefined {
  const data = entries.find((entry) => entry.file === file)?.data ?? {};
  const post = posts.find(({ entry }) => entry.file === file);
  if (data['draft'] === true) return 'Draft: nobody sees it';
  if (post && post.entry.data.date > now) return `Scheduled: appears at ${post.entry.data.date}`;
  if (data['hidePost'] === true) return 'Hidden: seen by those who know its address';
  return undefined;
}
