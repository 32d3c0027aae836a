import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';
import { data, pixel, settings } from './project';
import { temporaryFolder } from './temporary-folder';

const corpus = '../shared/corpus/openinfra';

/** Whether posts of the former site stand beside the project. They are not part of it, and no test needs them. */
export const hasCorpus = existsSync(corpus);

const hosts = ['openinfra.dev', 'openinfra.org', 'www.openinfra.dev', 'www.openinfra.org'];
const footer = { text: 'The end.', groups: [], links: [] };

/** What the posts are filed under, each once; the first label counts. */
function categories(): { value: string; label: string }[] {
  const found = new Map<string, { value: string; label: string }>();
  for (const name of readdirSync(`${corpus}/src/pages/blog`)) {
    const { category = [] } = matter(readFileSync(`${corpus}/src/pages/blog/${name}`, 'utf8')).data;
    for (const { value, label } of category)
      if (value && label && !found.has(value)) found.set(value, { value, label });
  }
  return [...found.values()];
}

/** A project in a temporary folder with the former site's posts, authors, categories and pictures. */
export function corpusProject(): { root: string; remove: () => void } {
  const root = temporaryFolder('corpus');
  const at = (path: string) => join(root, path);
  for (const folder of ['settings', 'categories', 'authors', 'pages'])
    mkdirSync(at(`content/${folder}`), { recursive: true });
  writeFileSync(at('content/settings/site.yml'), settings({ hosts, navigation: [], footer, postsPerPage: 10 }));
  cpSync(`${corpus}/src/pages/blog`, at('content/blog'), { recursive: true });
  cpSync(`${corpus}/static`, at('static'), { recursive: true });
  for (const picture of ['icon-512.png', 'img/card.png']) writeFileSync(at(`static/${picture}`), pixel);
  for (const [index, category] of categories().entries())
    writeFileSync(at(`content/categories/${index}.yml`), data({ ...category, description: 'What is filed here.' }));
  writeFileSync(
    at('content/pages/index.md'),
    '---\ntemplateKey: generic-page\ntitle: Home\nseo:\n  description: Home.\n---\n',
  );
  for (const name of readdirSync(`${corpus}/src/pages/author`)) {
    const { data: fields } = matter(readFileSync(`${corpus}/src/pages/author/${name}`, 'utf8'));
    const organization = fields['company'] ? `organization: ${JSON.stringify(fields['company'])}\n` : '';
    writeFileSync(
      at(`content/authors/${name}`),
      `---\nname: ${JSON.stringify(fields['authorName'])}\n${organization}---\n`,
    );
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
