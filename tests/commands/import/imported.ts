import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Options, type Plan, planImport } from '../../../src/commands/import/plan';
import { openCheckout } from '../../../src/commands/import/read/checkout';
import { readMapping } from '../../../src/commands/import/read/mapping';
import type { Outcome } from '../../../src/commands/import/report';
import { carryOut, decide, outcomeOf } from '../../../src/commands/import/write';
import { temporaryFolder } from '../../temporary-folder';

/** The sites of the tests, each in the shape of a family. */
export const formerSites = ['gatsby', 'starter', 'hugo', 'jekyll'] as const;

export const formerSite = (name: string) => `tests/fixtures/former/${name}`;

/** What is planned of a folder. */
export function planOf(folder: string, options: Partial<Options> = {}): Plan {
  const mapping = options.mapping ?? readMapping();
  return planImport(openCheckout(folder, mapping.skip), { mapping, ...options });
}

/** Imports a folder into a project, and returns what was done. */
export function importInto(root: string, folder: string, { keep = false } = {}): { plan: Plan; outcome: Outcome } {
  const mapping = readMapping();
  const checkout = openCheckout(folder, mapping.skip);
  const plan = planImport(checkout, { mapping });
  const todo = decide(root, plan, checkout);
  carryOut(root, plan, todo, { keep });
  return { plan, outcome: outcomeOf(todo.steps) };
}

/** A folder with these files, as the checkout of a former site. */
export function former(files: Record<string, string | Buffer>): string {
  const root = temporaryFolder('former');
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
  }
  return root;
}
