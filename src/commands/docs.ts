import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { collectionsOf } from '../collections/collections';
import * as kinds from '../kinds/kinds';
import { handbookOf } from '../model/handbook';
import { jsonSchemaOf } from '../model/json-schema';
import { rulesHandbook } from '../rules/handbook';
import { readOptions } from './terminal/options';

/** The documents that are derived from the collections and the rules: their path from the project's root, and their text. */
export function derivedDocuments(): { path: string; text: string }[] {
  const all = collectionsOf(Object.values(kinds));
  return [
    { path: 'docs/front-matter.md', text: handbookOf(all) },
    { path: 'docs/rules.md', text: rulesHandbook() },
    ...all.map((collection) => ({
      path: `docs/schema/${collection.name}.schema.json`,
      text: `${JSON.stringify(jsonSchemaOf(collection), null, 2)}\n`,
    })),
  ];
}

export function main(args: string[]): void {
  const { help } = readOptions({ help: { type: 'boolean', short: 'h' } }, args);
  if (help) {
    console.log('Writes docs/ anew from the collections and the rules.\n\n  npm run docs');
    return;
  }
  for (const { path, text } of derivedDocuments()) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    console.log(path);
  }
}
