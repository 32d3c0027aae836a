import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readCache, writeCache } from '../cache/cache';
import { editorEnvironment } from '../cms/serve/backend';
import { valuesOf } from '../content/values';
import { endOf, spanOf } from '../model/date';
import { ledgerFile } from '../site/addresses/ledger';
import type { Site } from '../site/site';

/** What a build reported, and when it would report the same. */
export interface Outcome {
  /** Says of what files the site was made, and by what code. */
  inputs: string;
  /** The site is the same for all moments between these two, and not at them. ISO 8601. */
  after: string;
  before: string;
  report: string;
  waiting: string;
  pages: number;
  files: number;
}

const name = 'outcome';

/** What the last build by this version of the code reported. */
export function readOutcome(root: string, version: string): Outcome | undefined {
  const text = readCache(root, name, version);
  return text === undefined ? undefined : JSON.parse(text);
}

export const writeOutcome = (root: string, version: string, outcome: Outcome): void =>
  writeCache(root, name, version, JSON.stringify(outcome));

/**
 * Says what a site is made of: files, and what the environment says of the editor. Content is read; of other files, which
 * may be large, it is enough that neither their size nor any of their times is another, unless other machines shall say
 * the same (`isExact`).
 */
export function inputsOf(root: string, isExact = false): string {
  const hash = createHash('sha1');
  const look = (folder: string, digest: (path: string) => string | Uint8Array) => {
    for (const item of existsSync(join(root, folder)) ? readdirSync(join(root, folder), { withFileTypes: true }) : []) {
      const path = `${folder}/${item.name}`;
      hash.update(`\n${path}\n`);
      if (item.isDirectory()) look(path, digest);
      else hash.update(digest(join(root, path)));
    }
  };
  const bytesOf = (path: string) => {
    try {
      return readFileSync(path);
    } catch {
      // There is none, or something else stands there.
      return 'none';
    }
  };
  look('content', bytesOf);
  look('static', (path) => {
    if (isExact) return bytesOf(path);
    const { size, mtimeMs, ctimeMs, ino } = statSync(path, { throwIfNoEntry: false }) ?? {};
    return [size, mtimeMs, ctimeMs, ino].join(' ');
  });
  return hash
    .update(bytesOf(join(root, ledgerFile)))
    .update(editorEnvironment())
    .digest('hex');
}

/** The moments between which the site stays as it is for the one it is built for. */
export function momentsAround({ entries, now }: Pick<Site, 'entries' | 'now'>): Pick<Outcome, 'after' | 'before'> {
  let [after, before] = ['', '9999'];
  for (const entry of entries) {
    for (const { value, info } of valuesOf(entry)) {
      if ((info?.kind !== 'date' && info?.kind !== 'dayOrMoment') || typeof value !== 'string') continue;
      const { first, last } = spanOf(value);
      for (const moment of [value, endOf(value), first, last]) {
        if (moment <= now && moment > after) after = moment;
        if (moment > now && moment < before) before = moment;
      }
    }
  }
  return { after, before };
}
