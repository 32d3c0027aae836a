import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { kinds } from '../collections';
import { copyGenerator } from '../copy-project';
import { data, entry, home, listing, project } from '../project';
import { runToEnd } from '../run';

const copies: { remove(): void }[] = [];
afterAll(() => {
  for (const { remove } of copies) remove();
});

/** The code of the project, its tests too, around other content. */
function generator(files: Record<string, string>) {
  const copy = copyGenerator(project(files));
  copies.push(copy);
  const at = (path: string) => join(copy.root, path);
  return {
    write(path: string, text: string) {
      mkdirSync(dirname(at(path)), { recursive: true });
      writeFileSync(at(path), text);
    },
    remove: (path: string) => rmSync(at(path), { recursive: true }),
    read: (path: string) => readFileSync(at(path), 'utf8'),
    has: (path: string) => existsSync(at(path)),
    /** What the compiler, the linter and the build complain of; nothing, where all is well. */
    complaints() {
      const tool = (...args: string[]) => {
        try {
          execFileSync(process.execPath, args, { cwd: copy.root, encoding: 'utf8', stdio: 'pipe' });
          return '';
        } catch (error) {
          return String((error as { stdout: string }).stdout);
        }
      };
      const { status, stdout, stderr } = runToEnd(copy.root, 'build', []);
      return [
        tool('node_modules/typescript/bin/tsc', '-p', '.'),
        tool('node_modules/@biomejs/biome/bin/biome', 'check', '--vcs-enabled=false', '--error-on-warnings', 'src'),
        status === 0 ? '' : stdout + stderr,
      ].join('');
    },
  };
}

const registry = 'src/kinds/kinds.ts';

test('a kind of content that is listed is added with three files, a line, and its content', {
  timeout: 240_000,
}, () => {
  const { write, read, has, complaints } = generator({
    'content/pages/recipes.md': listing('recipes'),
    'content/recipes/soup.md': entry({ name: 'Soup', tagline: 'Warm.', minutes: 20 }, 'Boil *water*.\n'),
    'content/recipes/bread.md': entry({ name: 'Bread', tagline: 'Crisp.', minutes: 90 }),
    'content/settings/words.yml': data({ cookingTime: 'Time' }),
  });
  write(
    'src/kinds/recipe/declaration.ts',
    `import { word } from '../../collections/settings/words';
import { collection } from '../../model/collection';
import { number, text } from '../../model/field';

export const words = { cookingTime: word('Cooking time', 'Cooking time') };

export type Word = keyof typeof words;

export const recipe = collection({
  name: 'recipe',
  label: 'Recipe',
  plural: 'Recipes',
  description: 'How things are cooked.',
  folder: 'recipes',
  format: 'md',
  address: '/recipes/',
  template: 'detail',
  title: 'name',
  summary: 'tagline',
  fields: {
    name: text({ label: 'Name' }),
    tagline: text({ label: 'Tagline' }),
    minutes: number({ label: 'Minutes', min: 1, max: 999 }),
  },
});
`,
  );
  write(
    'src/kinds/recipe/kind.ts',
    `import { kind as kindOf, list } from '../../site/kind/declare';
import { fact } from '../../site/kind/facts';
import { builtOf, hrefOf } from '../../site/kind/listed';
import type { Site } from '../../site/site';
import { recipe, words } from './declaration';
import { Recipes } from './view';

export const kind = kindOf({
  collection: recipe,
  words,
  detail: (site, { data }) => ({ facts: fact(site.words.cookingTime, String(data.minutes)) }),
  lists: {
    recipes: list({
      of: (site: Site) => ({
        recipes: builtOf(site, recipe)
          .sort((a, b) => a.data.minutes - b.data.minutes)
          .map((entry) => ({ label: entry.data.name, href: hrefOf(site, entry), minutes: entry.data.minutes })),
      }),
      count: ({ recipes }) => recipes.length,
      view: Recipes,
    }),
  },
});
`,
  );
  write(
    'src/kinds/recipe/view.tsx',
    `import type { Link, WithWords } from '../../site/pages/props';
import { Entry } from '../../theme/components/entry';
import type { Word } from './declaration';

interface RecipesProps extends WithWords<Word> {
  recipes: (Link & { minutes: number })[];
}

export const Recipes = ({ recipes, words }: RecipesProps) => (
  <div className="ruled">
    {recipes.map(({ minutes, ...recipe }) => (
      <Entry key={recipe.href} {...recipe} meta={\`\${words.cookingTime}: \${minutes}\`} />
    ))}
  </div>
);
`,
  );
  write(registry, `${read(registry)}export { kind as recipe } from './recipe/kind';\n`);

  expect(complaints()).toBe('');
  const page = read('public/recipes/soup/index.html');
  expect(page).toContain('<h1>Soup</h1>');
  expect(page).toContain('<dt class="quiet small">Time</dt><dd>20</dd>');
  expect(page).toContain('Boil <em>water</em>.');
  expect(page).toContain('<meta name="description" content="Warm."');
  const list = read('public/recipes/index.html');
  expect([...list.matchAll(/<a href="\/recipes\/(\w+)\/"/g)].map(([, name]) => name)).toEqual(['soup', 'bread']);
  expect(list).toContain('Time: 20');
  expect(read('public/sitemap.xml')).toContain('/recipes/soup/');
  // The editor is derived: its form, and the page of its handbook.
  expect(has('public/admin/index.html')).toBe(true);
  expect(read('public/admin/handbook/index.html')).toContain('How things are cooked.');
});

test('a kind of content goes with its folders and its line', { timeout: 240_000 }, () => {
  const gone = ['job', 'press', 'episode'];
  const staying = Object.keys(kinds).filter((name) => !gone.includes(name));
  const { write, read, remove, has, complaints } = generator({
    'content/pages/index.md': home,
    'content/pages/events.md': listing('events'),
    'content/events/summit.md': entry({
      title: 'Summit',
      kind: 'summit',
      start: '2026-10-01',
      place: 'Paris',
      description: 'We meet.',
    }),
  });
  for (const name of gone) {
    remove(`src/kinds/${name}`);
    remove(`tests/kinds/${name}`);
  }
  const lines = read(registry).split('\n');
  write(registry, lines.filter((line) => !gone.some((name) => line.includes(`as ${name} `))).join('\n'));
  expect(read(registry).match(/(?<=export \{ kind as )\w+/g)).toEqual(staying);

  expect(complaints()).toBe('');
  expect(has('public/events/summit/index.html')).toBe(true);
  expect(read('public/admin/handbook/index.html')).not.toContain('Episodes');
});
