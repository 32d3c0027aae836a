import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { GatsbyNode, SourceNodesArgs } from 'gatsby';
import { workFolder } from './src/cache/cache';
import { formatReport } from './src/content/problem';
import { watchContent } from './src/content/watch';
import { inlineOf } from './src/hosts/sources';
import * as kinds from './src/kinds/kinds';
import { buildTime, type Loaded, loadSite } from './src/load';
import { hasErrors } from './src/output/build';
import { lockBuild } from './src/output/lock';
import { planOutput } from './src/output/plan';
import { formerOf, publish, restoreFormer, siteFolder } from './src/output/publish';
import { pathOfAddress } from './src/output/table';
import { bundleInline } from './src/render/inline';
import { brandStyles } from './src/site/brand-styles';
import { renderBody } from './src/site/pages/body';
import { type MadePage, makePages } from './src/site/pages/make';

// The second shell around the site that `npm run build` builds: Gatsby renders the pages and serves them in development.
// It writes `public/` in place, and so the former site waits elsewhere meanwhile; what Gatsby adds for its runtime in the
// browser, which no page needs, is left out in the end.

const isDevelopment = process.env['gatsby_executing_command'] === 'develop';
const root = process.cwd();
const output = join(root, siteFolder);
const rendered = join(root, workFolder, 'gatsby');
let loaded: Loaded;
let pages: MadePage[] = [];

/** Reads, checks and renders everything. False when it may not be published. */
function load(): boolean {
  loaded = loadSite(root, { kinds, now: buildTime(), preview: isDevelopment });
  const made = loaded.site ? makePages(loaded.site, renderBody) : { pages: [], problems: [] };
  pages = made.pages;
  const problems = [...loaded.problems, ...made.problems];
  // Gatsby's reporter would break the lines, and with them the places that terminals and editors make links of.
  process.stderr.write(`${formatReport(problems) || 'No problems in content/'}\n`);
  return !hasErrors(problems);
}

/** Comes before Gatsby touches anything: what does not pass the check leaves the former site as it was. */
export const onPreInit: GatsbyNode['onPreInit'] = async ({ reporter }) => {
  if (isDevelopment) return void load();
  await lockBuild(root).catch((error: Error) => reporter.panic(error.message));
  restoreFormer(root);
  if (!load()) {
    reporter.panic('The content has errors, listed above. Nothing was built; the former site in public/ is as it was.');
  }
  // Gatsby takes a missing `public/` for a sign that its cache is of no use, and empties it: it must not, for the runtime
  // that the cache refers to is never there.
  mkdirSync(join(root, workFolder), { recursive: true });
  if (existsSync(output)) renameSync(output, formerOf(root));
  process.once('exit', () => restoreFormer(root));
};

export const createSchemaCustomization: GatsbyNode['createSchemaCustomization'] = ({ actions }) => {
  actions.createTypes(
    'type Entry implements Node @dontInfer { collection: String! file: String! slug: String! data: JSON! body: String! }',
  );
};

export const sourceNodes: GatsbyNode['sourceNodes'] = (args) => {
  sourceEntries(args);
  if (!isDevelopment) return;
  watchContent(root, () => {
    load();
    sourceEntries(args);
  });
};

/** Every entry as a node, for plugins and for those who look at the data. Pages are given theirs as context. */
function sourceEntries({ actions, createNodeId, getNodesByType }: SourceNodesArgs): void {
  const stale = new Map(getNodesByType('Entry').map((node) => [node.id, node]));
  for (const { collection, file, slug, data, body } of loaded.site?.entries ?? []) {
    const node = { id: createNodeId(`Entry ${file}`), collection: collection.name, file, slug, data, body };
    const contentDigest = createHash('sha1').update(JSON.stringify(node)).digest('hex');
    actions.createNode({ ...node, internal: { type: 'Entry', contentDigest } });
    stale.delete(node.id);
  }
  for (const node of stale.values()) actions.deleteNode(node);
}

export const createPages: GatsbyNode['createPages'] = ({ actions }) => {
  const component = join(root, 'gatsby-page.tsx');
  for (const { address, template, props } of pages) {
    actions.createPage({ path: address, component, context: { template, props } });
  }
};

export const onCreateWebpackConfig: GatsbyNode['onCreateWebpackConfig'] = async ({
  actions,
  getConfig,
  plugins,
  stage,
}) => {
  const styles = loaded.site ? brandStyles(loaded.site) : '';
  if (stage === 'develop-html')
    actions.setWebpackConfig({ plugins: [plugins.define({ BRAND: JSON.stringify(styles) })] });
  if (!stage.startsWith('build')) return;
  // Without a cache: to know when it is stale, webpack would resolve all that Gatsby's configuration is made of, 7 s.
  const config = { ...getConfig(), cache: false };
  if (stage === 'build-javascript') {
    // No page has a script of Gatsby's, and so nothing is bundled for one.
    Object.assign(config, {
      entry: { app: 'data:text/javascript,' },
      devtool: false,
      optimization: { minimize: false },
    });
  } else {
    // esbuild instead of Babel: what is rendered needs no more than its types and JSX taken out.
    const others = config.module.rules.filter(({ test }: { test?: RegExp }) => !test?.test?.('page.tsx'));
    const compiled = [
      { test: /\.tsx?$/, loader: 'esbuild-loader', options: { target: 'node20', jsx: 'automatic' } },
      {
        test: /\.jsx?$/,
        exclude: /node_modules/,
        loader: 'esbuild-loader',
        options: { target: 'node20', loader: 'jsx' },
      },
    ];
    config.module.rules = [...compiled, ...others];
    const inline = await bundleInline();
    config.plugins.push(
      plugins.define({ INLINE: JSON.stringify(loaded.site ? inlineOf(loaded.site, inline) : inline) }),
    );
  }
  actions.replaceWebpackConfig(config);
};

export const onPostBuild: GatsbyNode['onPostBuild'] = async ({ reporter }) => {
  if (!loaded.site) return;
  rmSync(rendered, { recursive: true, force: true });
  renameSync(output, rendered);
  restoreFormer(root);
  const files = await planOutput(root, loaded.site, {
    page: ({ address }) => readFileSync(join(rendered, pathOfAddress(address)), 'utf8'),
    inline: bundleInline(),
  });
  const done = await publish(root, files);
  rmSync(rendered, { recursive: true, force: true });
  if ('problems' in done) reporter.panic(formatReport(done.problems));
};
