import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { GatsbyNode, SourceNodesArgs } from 'gatsby';
import { buildTime, formatWaiting, type Loaded, loadSite } from './src/checks/load';
import { serveAdmin } from './src/cms/develop';
import { writeAdmin, writeSiteData } from './src/cms/files';
import { formatReport } from './src/content/problem';
import { watchContent } from './src/content/watch';
import { bundleInline } from './src/inline';
import { keepBodies, rendererVersion } from './src/site/body-cache';
import { planFiles } from './src/site/files';
import { type MadePage, makePages } from './src/site/make';
import { parkRuntime, restoreRuntime, writeFiles } from './src/site/output';

const preview = process.env['gatsby_executing_command'] === 'develop';
const root = process.cwd();
/** Where the admin page is, while the site is developed. */
const admin = join(root, '.cache/admin');
let loaded: Loaded;
let pages: MadePage[] = [];

/** Reads, checks and renders everything. False when it may not be published. */
function load(): boolean {
  loaded = loadSite(root, { now: buildTime(), preview });
  const bodies = keepBodies(join(root, '.cache/bodies.txt'), rendererVersion(root));
  const made = loaded.site ? makePages(loaded.site, bodies.render) : { pages: [], problems: [] };
  bodies.save();
  pages = made.pages;
  const problems = [...loaded.problems, ...made.problems];
  // Gatsby's reporter would break the lines, and with them the places that terminals and editors make links of.
  process.stderr.write(`${formatReport(problems) || 'No problems in content/'}\n`);
  return !problems.some(({ severity }) => severity === 'error');
}

/** Comes before Gatsby touches anything: what does not pass the check leaves the former site as it was. */
export const onPreInit: GatsbyNode['onPreInit'] = ({ reporter }) => {
  const isSound = load();
  if (loaded.site && formatWaiting(loaded.site)) reporter.info(formatWaiting(loaded.site));
  if (!preview && !isSound) {
    reporter.panic('The content has errors, listed above. Nothing was built; the former site in public/ is as it was.');
  }
  // However the run ends, what readers can fetch holds no runtime.
  process.once('exit', () => parkRuntime(root, loaded.site?.assets.keys() ?? []));
  restoreRuntime(root);
};

export const createSchemaCustomization: GatsbyNode['createSchemaCustomization'] = ({ actions }) => {
  actions.createTypes('type Page implements Node @dontInfer { path: String! template: String! props: JSON! }');
};

export const sourceNodes: GatsbyNode['sourceNodes'] = (args) => {
  sourcePages(args);
  if (!preview) return;
  watchContent(root, () => {
    load();
    sourcePages(args);
    if (loaded.site) writeSiteData(loaded.site, admin);
  });
};

function sourcePages({ actions, createNodeId, getNodesByType }: SourceNodesArgs): void {
  const stale = new Map(getNodesByType('Page').map((node) => [node.id, node]));
  for (const { address, template, props } of pages) {
    const id = createNodeId(`Page ${address}`);
    const node = { id, path: address, template, props };
    const contentDigest = createHash('sha1').update(JSON.stringify(node)).digest('hex');
    actions.createNode({ ...node, internal: { type: 'Page', contentDigest } });
    stale.delete(id);
  }
  for (const node of stale.values()) actions.deleteNode(node);
}

export const createPages: GatsbyNode['createPages'] = ({ actions, getNodesByType }) => {
  const nodes = getNodesByType('Page') as unknown as { id: string; path: string; template: string }[];
  for (const { id, path, template } of nodes) {
    actions.createPage({ path, component: join(root, `src/templates/${template}.tsx`), context: { id } });
  }
};

export const onCreateWebpackConfig: GatsbyNode['onCreateWebpackConfig'] = ({ actions, plugins, stage }) => {
  if (!stage.endsWith('html')) return;
  actions.setWebpackConfig({ plugins: [plugins.define({ INLINE: JSON.stringify(bundleInline(root)) })] });
};

export const onCreateDevServer: GatsbyNode['onCreateDevServer'] = ({ app }) => {
  if (loaded.site) writeAdmin(root, loaded.site, admin);
  serveAdmin(app, admin);
};

export const onPostBuild: GatsbyNode['onPostBuild'] = async () => {
  if (!loaded.site) return;
  writeFiles(root, await planFiles(loaded.site, pages), loaded.site.assets.keys());
  writeAdmin(root, loaded.site, join(root, 'public/admin'));
};
