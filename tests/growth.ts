import { existsSync, readFileSync } from 'node:fs';

/**
 * How many times longer a work takes on eight times as much: about 8 where it is linear, 64 where each piece is compared
 * with each. It is the processor’s time that counts, which a busy machine does not lengthen, and where the system tells
 * it (Linux), that of this thread alone; of several tries, the shortest. Elsewhere tests beside this one in its process
 * can at most double it, and so the two are told from each other safely.
 */
export function growth(work: (size: number) => unknown, size: number): number {
  const once = (amount: number) => {
    const start = spent();
    work(amount);
    return spent() - start;
  };
  const shortest: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  // What takes less than five milliseconds is too little to compare.
  const ratio = () => Math.max(5000, shortest[1]) / Math.max(5000, shortest[0]);
  // What looks too long may have met the work of another test, and is tried again.
  for (let tries = 0; tries < 3 || (tries < 15 && ratio() >= linear); tries++) {
    shortest[0] = Math.min(shortest[0], once(size));
    shortest[1] = Math.min(shortest[1], once(8 * size));
  }
  return ratio();
}

const ofThread = '/proc/thread-self/schedstat';

/** Microseconds of the processor so far. */
function spent(): number {
  if (existsSync(ofThread)) return Number(readFileSync(ofThread, 'latin1').split(' ')[0]) / 1000;
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** More than this is not linear, however generously one counts. */
export const linear = 24;
