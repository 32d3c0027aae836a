/**
 * How many times longer a work takes on eight times as much: about 8 where it is linear, 64 where each piece is compared
 * with each. It is the processor’s time that counts, which a busy machine does not lengthen; of several tries, the
 * shortest. Other tests that run in this process can at most double it, and so the two are told from each other safely.
 */
export function growth(work: (size: number) => unknown, size: number): number {
  const once = (amount: number) => {
    const start = process.cpuUsage();
    work(amount);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  const tries = Array.from({ length: 3 }, () => [once(size), once(8 * size)] as const);
  const shortest = (index: 0 | 1) => Math.min(...tries.map((times) => times[index]));
  // What takes less than a millisecond is too little to compare.
  return Math.max(1000, shortest(1)) / Math.max(1000, shortest(0));
}

/** More than this is not linear, however generously one counts. */
export const linear = 24;
