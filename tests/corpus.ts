import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import matter from 'gray-matter';

const corpus = '../shared/corpus/openinfra';

/** Whether posts of the former site stand beside the project. They are not part of it, and no test needs them. */
export const hasCorpus = existsSync(corpus);

/** A project in a temporary folder with the former site's posts, authors and pictures, and the settings of this one. */
export function corpusProject(): { root: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'corpus-'));
  const at = (path: string) => join(root, path);
  for (const folder of ['content/settings', 'content/categories']) cpSync(folder, at(folder), { recursive: true });
  cpSync(`${corpus}/src/pages/blog`, at('content/blog'), { recursive: true });
  for (const icon of readdirSync('static', { withFileTypes: true }).filter((item) => item.isFile())) {
    cpSync(join('static', icon.name), at(`static/${icon.name}`));
  }
  cpSync(`${corpus}/static`, at('static'), { recursive: true });
  cpSync('static/img/social-card.png', at('static/img/social-card.png'));
  mkdirSync(at('content/authors'), { recursive: true });
  mkdirSync(at('content/pages'), { recursive: true });
  writeFileSync(
    at('content/pages/index.md'),
    '---\ntemplateKey: generic-page\ntitle: Home\nseo:\n  description: Home.\n---\n',
  );
  for (const name of readdirSync(`${corpus}/src/pages/author`)) {
    const { data } = matter(readFileSync(`${corpus}/src/pages/author/${name}`, 'utf8'));
    const organization = data['company'] ? `organization: ${JSON.stringify(data['company'])}\n` : '';
    writeFileSync(
      at(`content/authors/${name}`),
      `---\nname: ${JSON.stringify(data['authorName'])}\n${organization}---\n`,
    );
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}
