import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { fixSite } from '../../../src/checks/fix';
import { pathIn } from '../../../src/commands/import/place/addresses';
import { openCheckout } from '../../../src/commands/import/read/checkout';
import { readRecord } from '../../../src/commands/import/read/record';
import { readIn } from '../../../src/content/read';
import { writeDraft } from '../../../src/content/write';
import { loadSite } from '../../../src/load';
import { addressKey } from '../../../src/site/addresses/address';
import { moveOf } from '../../../src/site/addresses/redirects';
import { kinds } from '../../collections';
import { hasCorpus } from '../../corpus';
import { pixel } from '../../project';
import { temporaryFolder } from '../../temporary-folder';
import { importInto } from './imported';

const corpus = '../shared/corpus/openinfra';
const options = { kinds, now: '2026-11-23T00:00:00Z', preview: false };

// A real site stands beside the project in some places, and is not part of it.
test.skipIf(!hasCorpus)(
  'a real site is imported: its posts are where they were, and every address leads somewhere',
  () => {
    const root = temporaryFolder('import');
    const { plan } = importInto(root, corpus);
    // What people decide: here, that the pictures are found again.
    for (const path of plan.missing.keys()) {
      mkdirSync(dirname(join(root, 'static', path)), { recursive: true });
      writeFileSync(join(root, 'static', path), pixel);
    }
    const { draft } = fixSite(root, readIn(root), options, () => true);
    expect(writeDraft(root, draft, readIn(root))).toEqual([]);
    const { site, problems } = loadSite(root, options);
    if (!site) throw new Error('There is no site');
    const leadsSomewhere = (address: string) => {
      if (site.addresses.has(addressKey(address))) return true;
      const move = moveOf(site, address);
      return (
        move !== undefined && move !== 'circle' && (!move.to.startsWith('/') || site.addresses.has(addressKey(move.to)))
      );
    };
    expect(plan.published.map(({ address }) => address).filter((address) => !leadsSomewhere(address))).toEqual([]);

    const { files, read } = openCheckout(corpus, []);
    const asked = files
      .filter((file) => file.startsWith('src/pages/blog/'))
      .flatMap((file) => {
        const { data } = readRecord(file, read(file)?.toString('utf8') ?? '');
        const { url } = data['seo'] as { url: string };
        return pathIn(url)?.path ?? [];
      });
    expect(asked.length).toBeGreaterThan(30);
    expect(asked.filter((address) => !leadsSomewhere(address))).toEqual([]);
    // What is left is links to the pages that are not in this part of the site, and pictures elsewhere.
    const left = problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
    expect([...new Set(left)].sort()).toEqual(['dead-link', 'remote-picture']);
  },
);
