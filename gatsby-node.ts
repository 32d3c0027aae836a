import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { GatsbyNode, SourceNodesArgs } from 'gatsby';
import { bundle } from 'lightningcss';
import { formatReport } from './src/content/problem';
import { watchContent } from './src/content/watch';
import { keepBodies, rendererVersion } from './src/site/body-cache';
import { planFiles } from './src/site/files';
import { buildTime, formatWaiting, type Loaded, loadSite } from './src/site/load';
import { parkRuntime, restoreRuntime, writeFiles } from './src/site/output';
import { type Page, planPages } from './src/site/plan';

const preview = process.env['gatsby_executing_command'] === 'develop';
const root = process.cwd();
let loaded: Loaded;
let pages: Page[] = [];

/** Comes before Gatsby touches anything: what does not pass the check leaves the former site as it was. */
export const onPreInit: GatsbyNode['onPreInit'] = async ({ reporter }) => {
  loaded = loadSite(root, { now: buildTime(), preview });
  const report = formatReport(loaded.problems);
  // Gatsby's reporter would break the lines, and with them the places that terminals and editors make links of.
  if (report) process.stderr.write(`${report}\n`);
  if (loaded.site && formatWaiting(loaded.site)) reporter.info(formatWaiting(loaded.site));
  if (!preview && loaded.problems.some(({ severity }) => severity === 'error')) {
    reporter.panic('The content has errors, listed above. Nothing was built; the former site in public/ is as it was.');
  }
  restoreRuntime(root);
};

export const createSchemaCustomization: GatsbyNode['createSchemaCustomization'] = ({ actions }) => {
  actions.createTypes('type Page implements Node @dontInfer { path: String! template: String! props: JSON! }');
};

export const sourceNodes: GatsbyNode['sourceNodes'] = (args) => {
  sourcePages(args);
  if (!preview) return;
  watchContent(root, () => {
    loaded = loadSite(root, { now: buildTime(), preview });
    process.stderr.write(`${formatReport(loaded.problems) || 'No problems in content/'}\n`);
    sourcePages(args);
  });
};

function sourcePages({ actions, createNodeId, getNodesByType }: SourceNodesArgs): void {
  if (!loaded.site) return;
  const bodies = keepBodies(join(root, '.cache/bodies.txt'), rendererVersion(root));
  pages = planPages(loaded.site, bodies.render);
  const stale = new Map(getNodesByType('Page').map((node) => [node.id, node]));
  for (const { address, template, props } of pages) {
    const id = createNodeId(`Page ${address}`);
    const node = { id, path: address, template, props: props() };
    const contentDigest = createHash('sha1').update(JSON.stringify(node)).digest('hex');
    actions.createNode({ ...node, internal: { type: 'Page', contentDigest } });
    stale.delete(id);
  }
  for (const node of stale.values()) actions.deleteNode(node);
  bodies.save();
}

export const createPages: GatsbyNode['createPages'] = ({ actions, getNodesByType }) => {
  for (const { id, path, template } of getNodesByType('Page') as unknown as {
    id: string;
    path: string;
    template: string;
  }[]) {
    actions.createPage({ path, component: join(root, `src/templates/${template}.tsx`), context: { id } });
  }
};

export const onCreateWebpackConfig: GatsbyNode['onCreateWebpackConfig'] = ({ actions, plugins, stage }) => {
  if (!stage.endsWith('html')) return;
  const { code } = bundle({ filename: join(root, 'src/styles/site.css'), minify: true });
  actions.setWebpackConfig({ plugins: [plugins.define({ SITE_STYLES: JSON.stringify(code.toString()) })] });
};

export const onPostBuild: GatsbyNode['onPostBuild'] = async () => {
  if (loaded.site) writeFiles(root, await planFiles(loaded.site, pages), loaded.site.assets.keys());
  parkRuntime(root);
};
