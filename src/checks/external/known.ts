import { readCache, writeCache } from '../../cache/cache';
import type { Answer } from './ask';

/** Answers of earlier runs. */
export interface Known {
  /** An answer that is young enough to be believed. */
  get(address: string): Answer | undefined;
  add(address: string, answer: Answer): void;
  save(): void;
}

const day = 86_400_000;
const daysOf = ({ kind }: Answer) => (kind === 'fine' || kind === 'moved' ? 7 : 1);

/** The answers kept for a project: those that were fine for seven days, all others for one. `fresh` believes none of them. */
export function openKnown(root: string, { now = Date.now(), fresh = false } = {}): Known {
  const kept = new Map<string, { at: number; answer: Answer }>(fresh ? [] : Object.entries(read(root)));
  const isYoung = ({ at, answer }: { at: number; answer: Answer }) => now - at < daysOf(answer) * day;
  return {
    get: (address) => {
      const found = kept.get(address);
      return found && isYoung(found) ? found.answer : undefined;
    },
    add: (address, answer) => void kept.set(address, { at: now, answer }),
    save: () => {
      const young = [...kept].filter(([, found]) => isYoung(found));
      writeCache(root, cacheName, version, JSON.stringify(Object.fromEntries(young), null, 1));
    },
  };
}

const cacheName = 'external-links.json';
const version = '1';

const read = (root: string): Record<string, { at: number; answer: Answer }> =>
  JSON.parse(readCache(root, cacheName, version) ?? '{}');
