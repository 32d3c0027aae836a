import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeFolder } from '../../src/cache/code-folder';
import { buildTime, loadSite } from '../../src/load';
import { holdsForEveryPage } from '../built/every-page';
import { kinds } from '../collections';

// The project’s own site, of which nothing is known here: its editors may change every word and delete every entry.

describe('the site that was built', () => holdsForEveryPage(join(codeFolder, 'public')));

it('its content has no errors', () => {
  const { site, problems } = loadSite(codeFolder, { kinds, now: buildTime(), preview: false });
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(site).toBeDefined();
});
