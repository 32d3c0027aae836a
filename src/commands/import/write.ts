import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { diff3Merge } from 'node-diff3';
import { extendLedger, formatLedger, ledgerFile, readLedger } from '../../site/addresses/ledger';
import type { Plan } from './plan';
import type { Checkout } from './read/checkout';
import type { Outcome } from './report';

/**
 * What the import wrote last time, below the project’s root: each text as it was written, and the digests of pictures. With
 * them a later run knows what changed in the former site, and what here.
 */
export const memoryFolder = '.import';

const digestsFile = join(memoryFolder, 'pictures.json');

/** What is to be done with a file of the new site. */
type Step =
  | { kind: 'write'; file: string; bytes: Uint8Array; merged?: boolean }
  | { kind: 'keep'; file: string }
  | { kind: 'conflict'; file: string; why: string };

/**
 * Decides what to do with every file, without writing. A file that somebody changed is never overwritten: what changed in the
 * former site since is put into it, where both changes fit, and left out where they don’t.
 */
export function decide(
  root: string,
  plan: Plan,
  checkout: Checkout,
): { steps: Step[]; digests: { [file: string]: string } } {
  const before = readDigests(root);
  const digests: { [file: string]: string } = {};
  const texts = [...plan.files].map(([file, text]) => decideText(root, file, text));
  const pictures = [...plan.media].flatMap(([file, source]): Step[] => {
    const bytes = checkout.read(source);
    if (!bytes) return [];
    const digest = digestOf(bytes);
    digests[file] = digest;
    const present = bytesAt(root, file);
    if (present && digestOf(present) === digest) return [{ kind: 'keep', file }];
    if (before[file] === digest) return [{ kind: 'keep', file }];
    const isOurs = present === undefined ? before[file] === undefined : digestOf(present) === before[file];
    return [isOurs ? { kind: 'write', file, bytes } : { kind: 'conflict', file, why: 'another picture is there' }];
  });
  return { steps: [...texts, ...pictures], digests };
}

function decideText(root: string, file: string, text: string): Step {
  const bytes = Buffer.from(text);
  const present = bytesAt(root, file)?.toString('utf8');
  const before = bytesAt(root, join(memoryFolder, file))?.toString('utf8');
  if (present === text || before === text) return { kind: 'keep', file };
  if (present === undefined) {
    return before === undefined
      ? { kind: 'write', file, bytes }
      : { kind: 'conflict', file, why: 'it was deleted here, and changed in the former site' };
  }
  if (before === undefined) return { kind: 'conflict', file, why: 'it was there before the import' };
  if (present === before) return { kind: 'write', file, bytes };
  const merged = merge(present, before, text);
  if (merged === undefined) return { kind: 'conflict', file, why: 'both changed the same lines' };
  return merged === present
    ? { kind: 'keep', file }
    : { kind: 'write', file, bytes: Buffer.from(merged), merged: true };
}

/** Both changes in one text; undefined where they are of the same lines. */
function merge(ours: string, before: string, theirs: string): string | undefined {
  const lines = (text: string) => text.split(/(?<=\n)/);
  const parts = diff3Merge(lines(ours), lines(before), lines(theirs), { excludeFalseConflicts: true });
  if (parts.some(({ conflict }) => conflict)) return undefined;
  return parts.flatMap(({ ok }) => ok ?? []).join('');
}

/** What a run with these steps does. */
export const outcomeOf = (steps: readonly Step[]): Outcome => ({
  written: steps.flatMap((step) => (step.kind === 'write' ? step.file : [])),
  merged: steps.flatMap((step) => (step.kind === 'write' && step.merged ? step.file : [])),
  conflicts: steps.flatMap((step) => (step.kind === 'conflict' ? { file: step.file, why: step.why } : [])),
  unchanged: steps.filter(({ kind }) => kind === 'keep').length,
});

/**
 * Takes the steps: each file whole or not at all, so that a run that is interrupted is finished by the next. What was written is
 * remembered after it is. With `keep`, what was changed on both sides counts as settled for what is here.
 */
export function carryOut(
  root: string,
  plan: Plan,
  { steps, digests }: { steps: readonly Step[]; digests: { readonly [file: string]: string } },
  { progress, keep = false }: { progress?: (done: number, total: number) => void; keep?: boolean } = {},
): void {
  const known = readDigests(root);
  for (const [done, step] of steps.entries()) {
    progress?.(done, steps.length);
    if (step.kind === 'conflict' && !keep) continue;
    if (step.kind === 'write') writeWhole(root, step.file, step.bytes);
    const text = plan.files.get(step.file);
    if (text !== undefined) writeWhole(root, join(memoryFolder, step.file), Buffer.from(text));
    else known[step.file] = digests[step.file] ?? '';
  }
  if (Object.keys(known).length > 0) writeWhole(root, digestsFile, Buffer.from(`${JSON.stringify(known, null, 1)}\n`));
  const { ledger } = extendLedger(plan.published, readLedger(root));
  writeWhole(root, ledgerFile, Buffer.from(formatLedger(ledger)));
}

function writeWhole(root: string, file: string, bytes: Uint8Array): void {
  const path = join(root, file);
  if (existsSync(path) && Buffer.compare(readFileSync(path), bytes) === 0) return;
  const next = `${path}.${process.pid}.part`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(next, bytes, { flag: 'wx' });
    renameSync(next, path);
  } finally {
    rmSync(next, { force: true });
  }
}

const bytesAt = (root: string, file: string): Buffer | undefined => {
  const path = join(root, file);
  return existsSync(path) ? readFileSync(path) : undefined;
};

function readDigests(root: string): { [file: string]: string } {
  const bytes = bytesAt(root, digestsFile);
  return bytes ? (JSON.parse(bytes.toString('utf8')) as { [file: string]: string }) : {};
}

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 16);
