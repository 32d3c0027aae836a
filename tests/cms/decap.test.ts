import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const installed = (name: string): string =>
  JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;

test('every place that works around the CMS was looked at for the version that is installed', () => {
  const files = readdirSync(join(root, 'src/cms'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:tsx?|css)$/.test(name),
  );
  const named = files.flatMap((file) =>
    [...readFileSync(join(root, 'src/cms', file), 'utf8').matchAll(/Decap (\d+\.\d+\.\d+)/g)].map(
      ([, version]) => `${file}: ${version}`,
    ),
  );
  expect(named.length).toBeGreaterThan(5);
  // What fails here says where to look; CONTRIBUTING.md tells how the CMS is updated.
  expect(named.filter((place) => !place.endsWith(`: ${installed('decap-cms')}`))).toEqual([]);
});
