import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

/** The organization of the sample in `content/`, its hosts, its kinds of event and its colors. */
const ofTheSample = /open\s?-?infra(?:structure)?|openstack|superuser|#f15b3e|#b3361b|#ff9479/i;

const textsBelow = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.(?:tsx?|mjs|css|json|md)$/.test(item.name))
    .map((item) => join(item.parentPath, item.name));

test('what makes sites names no organization: no host, no color, no kind of event', () => {
  const files = [...textsBelow('src'), ...readdirSync(root).filter((name) => name.startsWith('gatsby-'))];
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (ofTheSample.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});

test('what editors are told by every site names no organization either', () => {
  const found = textsBelow('docs').filter((file) => ofTheSample.test(readFileSync(file, 'utf8')));
  expect(found).toEqual([]);
});
