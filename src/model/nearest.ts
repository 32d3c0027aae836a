import { distance } from 'fastest-levenshtein';

/** A word without what writers forget: accents, capitals, and more than one space. */
export const plain = (word: string) =>
  word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * The candidate that was probably meant: the one with the fewest changed letters, accents and case aside.
 * Undefined when more than four letters in ten would have to change.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const changes = distance(plain(word), plain(candidate));
    if (changes < bestDistance) {
      best = candidate;
      bestDistance = changes;
    }
  }
  return bestDistance <= Math.max(1, Math.floor(word.length * 0.4)) ? best : undefined;
}
