import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writePeerPosts } from './posts';

/** Another generator, with templates that show a post and a list of posts, and no more. */
export interface Peer {
  name: string;
  folder: string;
  command: string[];
  posts: string;
  /** What it has made and what it keeps: without them a build is cold. */
  made: string[];
  template: string;
}

/** The versions that are compared with; Hugo is the one of the machine. */
const versions = {
  '@11ty/eleventy': ['@11ty/eleventy@3.1.8'],
  astro: ['astro@7.3.5'],
  gatsby: [
    'gatsby@5.16.1',
    'gatsby-source-filesystem@5.16.0',
    'gatsby-transformer-remark@6.16.0',
    'react@18.3.1',
    'react-dom@18.3.1',
  ],
  node: ['node@22'],
};

const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">';
const page = (title: string, description: string, date: string, content: string, mark = head) =>
  `<!doctype html><html lang="en"><head>${mark}<title>${title}</title><meta name="description" content=${description}></head><body><header><a href="/">Site</a></header><main><h1>${title}</h1><time>${date}</time>${content}</main><footer>Foot</footer></body></html>\n`;
const list = (items: string) =>
  `<!doctype html><html lang="en"><head>${head}<title>Blog</title></head><body><main>${items}</main></body></html>\n`;

const eleventy = {
  'eleventy.config.js':
    "module.exports = (c) => { c.addCollection('posts', (a) => a.getFilteredByGlob('src/posts/*.md').reverse()); return { dir: { input: 'src', output: '_site' } }; };\n",
  'src/posts/posts.json': '{"layout":"post.njk","permalink":"/blog/{{ page.fileSlug }}/"}\n',
  'src/_includes/post.njk': page('{{ title }}', '"{{ description }}"', '{{ date }}', '{{ content | safe }}'),
  'src/index.njk': `---\npagination: {data: collections.posts, size: 10}\npermalink: "/blog/{% if pagination.pageNumber %}page/{{ pagination.pageNumber + 1 }}/{% endif %}"\n---\n${list('{% for p in pagination.items %}<article><h2><a href="{{ p.url }}">{{ p.data.title }}</a></h2><p>{{ p.data.description }}</p></article>{% endfor %}')}`,
};

const astro = {
  'astro.config.mjs': "export default { site: 'https://example.org' };\n",
  'src/content.config.ts':
    "import { defineCollection } from 'astro:content'; import { glob } from 'astro/loaders'; import { z } from 'astro/zod';\nexport const collections = { posts: defineCollection({ loader: glob({ pattern: '*.md', base: './src/content/posts' }), schema: z.object({ title: z.string(), date: z.coerce.date(), description: z.string() }) }) };\n",
  'src/pages/blog/[slug].astro': `---\nimport { getCollection, render } from 'astro:content';\nexport async function getStaticPaths() { return (await getCollection('posts')).map((p) => ({ params: { slug: p.id }, props: { p } })); }\nconst { p } = Astro.props; const { Content } = await render(p);\n---\n${page('{p.data.title}', '{p.data.description}', '{p.data.date.toISOString()}', '<Content />')}`,
  'src/pages/list/[...page].astro': `---\nimport { getCollection } from 'astro:content';\nexport async function getStaticPaths({ paginate }) { return paginate((await getCollection('posts')).sort((a, b) => +b.data.date - +a.data.date), { pageSize: 10 }); }\nconst { page } = Astro.props;\n---\n${list('{page.data.map((p) => <article><h2><a href={"/blog/" + p.id + "/"}>{p.data.title}</a></h2><p>{p.data.description}</p></article>)}')}`,
};

const gatsbyPost = `import * as React from 'react';
import { graphql } from 'gatsby';
export default ({ data: { post } }) => <><header><a href="/">Site</a></header><main><h1>{post.frontmatter.title}</h1><time>{post.frontmatter.date}</time><div dangerouslySetInnerHTML={{ __html: post.html }} /></main><footer>Foot</footer></>;
export const Head = ({ data: { post } }) => <><title>{post.frontmatter.title}</title><meta name="description" content={post.frontmatter.description} /></>;
export const query = graphql\`query($id: String) { post: markdownRemark(id: { eq: $id }) { html frontmatter { title date description } } }\`;
`;
const gatsbyList = `import * as React from 'react';
import { graphql } from 'gatsby';
export default ({ data }) => <main>{data.posts.nodes.map((p) => <article key={p.id}><h2><a href={p.fields.slug}>{p.frontmatter.title}</a></h2><p>{p.frontmatter.description}</p></article>)}</main>;
export const Head = () => <title>Blog</title>;
export const query = graphql\`query($skip: Int!) { posts: allMarkdownRemark(sort: { frontmatter: { date: DESC } }, limit: 10, skip: $skip) { nodes { id fields { slug } frontmatter { title description } } } }\`;
`;
const gatsby = {
  'gatsby-config.js':
    "module.exports = { plugins: [{ resolve: 'gatsby-source-filesystem', options: { name: 'posts', path: __dirname + '/posts' } }, 'gatsby-transformer-remark'] };\n",
  'gatsby-node.js': `const { basename } = require('node:path');
exports.onCreateNode = ({ node, actions }) => { if (node.internal.type === 'MarkdownRemark') actions.createNodeField({ node, name: 'slug', value: '/blog/' + basename(node.fileAbsolutePath, '.md') + '/' }); };
exports.createPages = async ({ graphql, actions }) => {
  const { data } = await graphql('{ allMarkdownRemark { nodes { id fields { slug } } } }');
  const nodes = data.allMarkdownRemark.nodes;
  for (const { id, fields } of nodes) actions.createPage({ path: fields.slug, component: require.resolve('./src/templates/post.js'), context: { id } });
  for (let skip = 0; skip < nodes.length; skip += 10) actions.createPage({ path: skip ? '/blog/page/' + (skip / 10 + 1) + '/' : '/blog/', component: require.resolve('./src/templates/list.js'), context: { skip } });
};
`,
  'src/templates/post.js': gatsbyPost,
  'src/templates/list.js': gatsbyList,
};

const hugo = {
  'config.toml': 'baseURL = "https://example.org/"\ntitle = "Site"\npaginate = 10\n',
  'layouts/_default/single.html': page('{{ .Title }}', '"{{ .Description }}"', '{{ .Date }}', '{{ .Content }}'),
  'layouts/_default/list.html': list(
    '{{ range .Paginator.Pages }}<article><h2><a href="{{ .Permalink }}">{{ .Title }}</a></h2><p>{{ .Description }}</p></article>{{ end }}',
  ),
};

/** The generators that can be compared with here, ready to build `count` posts below a folder. */
export function peersIn(folder: string, count: number): Peer[] {
  const at = (name: string) => join(folder, name);
  const peers: Peer[] = [];
  const add = (peer: Peer, files: Record<string, string>) => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(peer.folder, path)), { recursive: true });
      writeFileSync(join(peer.folder, path), text);
    }
    rmSync(join(peer.folder, peer.posts), { recursive: true, force: true });
    mkdirSync(join(peer.folder, peer.posts), { recursive: true });
    for (const [path, text] of Object.entries(files)) writeFileSync(join(peer.folder, path), text);
    writePeerPosts(join(peer.folder, peer.posts), count);
    peers.push(peer);
  };
  if (spawnSync('hugo', ['version']).status === 0) {
    const made = ['public', 'resources'];
    const template = 'layouts/_default/single.html';
    add({ name: 'Hugo', folder: at('hugo'), command: ['hugo'], posts: 'content/blog', made, template }, hugo);
  }
  if (install(at('eleventy'), '@11ty/eleventy')) {
    const command = [process.execPath, 'node_modules/@11ty/eleventy/cmd.cjs', '--quiet'];
    const template = 'src/_includes/post.njk';
    add({ name: 'Eleventy', folder: at('eleventy'), command, posts: 'src/posts', made: ['_site'], template }, eleventy);
  }
  // Astro asks for a newer Node than this generator does.
  const node = Number(process.versions.node.split('.')[0]) >= 22 ? process.execPath : nodeIn(at('node'));
  if (node && install(at('astro'), 'astro')) {
    const command = [node, 'node_modules/astro/bin/astro.mjs', 'build'];
    const made = ['dist', '.astro', 'node_modules/.astro'];
    const template = 'src/pages/blog/[slug].astro';
    add({ name: 'Astro', folder: at('astro'), command, posts: 'src/content/posts', made, template }, astro);
  }
  // Its usual stack: Markdown through GraphQL to React templates. Past some thousand posts nobody would wait for it.
  if (count <= 1000 && install(at('gatsby'), 'gatsby')) {
    const command = [process.execPath, 'node_modules/gatsby/cli.js', 'build'];
    const template = 'src/templates/post.js';
    add(
      { name: 'Gatsby', folder: at('gatsby'), command, posts: 'posts', made: ['public', '.cache'], template },
      gatsby,
    );
  }
  return peers;
}

function nodeIn(folder: string): string | undefined {
  return install(folder, 'node') ? join(folder, 'node_modules/.bin/node') : undefined;
}

/** Whether a package is there, after it was fetched where it was not. */
function install(folder: string, name: keyof typeof versions): boolean {
  if (existsSync(join(folder, 'node_modules', name))) return true;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
  return spawnSync('npm', ['install', '--no-audit', '--no-fund', ...versions[name]], { cwd: folder }).status === 0;
}

/** A change of one post, and of the template of posts. */
export const editPeer = ({ folder, posts }: Peer) =>
  appendFileSync(join(folder, posts, 'post-7.md'), '\nOne more line.\n');
export const editTemplate = ({ folder, template }: Peer) =>
  appendFileSync(join(folder, template), template.endsWith('.js') ? '// changed\n' : '<!-- changed -->\n');
