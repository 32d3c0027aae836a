import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  version: string;
  license?: string;
  hasInstallScript?: boolean;
  resolved?: string;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const all = Object.entries(packages).flatMap(([path, locked]) =>
  path === '' ? [] : [{ name: path.replace(/^.*node_modules\//, ''), ...locked }],
);
const { allowScripts, dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  string,
  Record<string, unknown>
>;
const guide = readFileSync('docs/dependencies.md', 'utf8');

/** Licences under which code may be used and passed on with ours, and those of data and fonts. */
const taken = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC-BY-SA-4.0',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
]);

const isTaken = (license: string): boolean => {
  const parts = license.replace(/[()]/g, '').split(/ (AND|OR) /);
  const names = parts.filter((_, index) => index % 2 === 0);
  return parts.includes('OR') ? names.some((name) => taken.has(name)) : names.every((name) => taken.has(name));
};

test('every package has a licence that can be used, or the guide says what is known of it', () => {
  expect(all.length).toBeGreaterThan(500);
  const odd = all.filter(({ license }) => license === undefined || !isTaken(license)).map(({ name }) => name);
  expect(odd.filter((name) => !guide.includes(`\`${name}\``))).toEqual([]);
  expect(isTaken('GPL-3.0-only')).toBe(false);
  expect(isTaken('MIT AND GPL-3.0-only')).toBe(false);
});

test('every package that wants to run a script while it is installed is allowed to or not, by name', () => {
  const wanting = [...new Set(all.flatMap(({ name, hasInstallScript }) => (hasInstallScript ? [name] : [])))].sort();
  expect(wanting.length).toBeGreaterThan(5);
  expect(Object.keys(allowScripts ?? {}).sort()).toEqual(wanting);
  for (const name of wanting) expect(guide).toContain(`\`${name}\``);
});

test('every version is exact, and comes from the public registry', () => {
  const versions = Object.entries({ ...dependencies, ...devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)))).toEqual([]);
  const elsewhere = all.filter(({ resolved }) => resolved && !resolved.startsWith('https://registry.npmjs.org/'));
  expect(elsewhere.map(({ name }) => name)).toEqual([]);
});
