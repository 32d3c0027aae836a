import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
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

/**
 * The answers kept in a file: those that were fine for seven days, all others for one. `fresh` believes none of them.
 * A file that can’t be read counts as empty.
 */
export function openKnown(file: string, { now = Date.now(), fresh = false } = {}): Known {
  const kept = new Map<string, { at: number; answer: Answer }>(fresh ? [] : Object.entries(read(file)));
  const isYoung = ({ at, answer }: { at: number; answer: Answer }) => now - at < daysOf(answer) * day;
  return {
    get: (address) => {
      const found = kept.get(address);
      return found && isYoung(found) ? found.answer : undefined;
    },
    add: (address, answer) => void kept.set(address, { at: now, answer }),
    save: () => {
      mkdirSync(dirname(file), { recursive: true });
      const young = [...kept].filter(([, found]) => isYoung(found));
      writeFileSync(`${file}.new`, `${JSON.stringify(Object.fromEntries(young), null, 1)}\n`);
      renameSync(`${file}.new`, file);
    },
  };
}

function read(file: string): Record<string, { at: number; answer: Answer }> {
  try {
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  } catch {
    return {};
  }
}
