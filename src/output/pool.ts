import { parentPort, Worker } from 'node:worker_threads';

/** This thread and workers beside it, each a thread with the code of one file. */
export interface Pool {
  /** How many threads there are, this one among them. */
  size: number;
  /**
   * Does a piece of work in as many parts as there are threads, and gives back what each part came to, in their order.
   * `own` does the last part, in this thread: it has all the code, and a worker less is started.
   */
  run<Result>(work: string, given: object, own: OwnPart<Result>, progress?: (done: number) => void): Promise<Result[]>;
  close(): Promise<void>;
}

type OwnPart<Result> = (part: Part, progress: (done: number) => void) => Result | Promise<Result>;

/** What a thread knows of its part, beside what is given to all. */
export interface Part {
  /** From 0. */
  part: number;
  parts: number;
}

type Message = { done: unknown } | { fault: string };

/**
 * Starts workers as they are needed. One that fails is named, and its part is tried once more by a new one; when that
 * fails too, `run` rejects. `file` must call `servePool`; what its address asks for, it finds in `workerData.url`.
 */
export function openPool(file: URL, size: number, tell: (text: string) => void): Pool {
  const workers: (Worker | undefined)[] = Array.from({ length: size - 1 });
  // In memory that all threads see: this one is busy with its own part, and hears no message.
  const counts = new Int32Array(new SharedArrayBuffer(4 * size));

  const attempt = (part: number, work: string, given: object) =>
    new Promise<unknown>((resolve, reject) => {
      const worker = workers[part] ?? new Worker(file, { workerData: { serves: true, url: file.href } });
      workers[part] = worker;
      const end = (settle: () => void) => {
        worker.off('message', hear).off('error', fall).off('exit', leave);
        settle();
      };
      const fail = (reason: string) =>
        end(() => {
          workers[part] = undefined;
          worker.once('error', () => {});
          void worker.terminate();
          reject(new Error(reason));
        });
      const hear = (message: Message) => {
        if ('fault' in message) fail(message.fault);
        else end(() => resolve(message.done));
      };
      const fall = (error: unknown) => fail(error instanceof Error ? error.message : String(error));
      const leave = (code: number) => fail(`it ended with code ${code}`);
      worker.on('message', hear).on('error', fall).on('exit', leave);
      worker.postMessage({ work, given, part, parts: size, counts });
    });

  const twice = async (part: number, work: string, given: object) => {
    const name = `Worker ${part + 1} of ${workers.length}`;
    try {
      return await attempt(part, work, given);
    } catch (error) {
      tell(`${name} failed: ${(error as Error).message}. Its part is tried once more.`);
    }
    return attempt(part, work, given).catch((error: Error) => {
      throw new Error(`${name} failed twice: ${error.message}`);
    });
  };

  return {
    size,
    async run<Result>(work: string, given: object, own: OwnPart<Result>, progress: (done: number) => void = () => {}) {
      counts.fill(0);
      const show = () => progress(counts.reduce((sum, count) => sum + count, 0));
      const parts = workers.map((_, part) => twice(part, work, given));
      const mine = Promise.resolve({ part: size - 1, parts: size }).then((part) =>
        own(part, (done) => {
          counts[part.part] = done;
          show();
        }),
      );
      const watch = setInterval(show, 100);
      // All come to their end before a failure is reported, so that none writes later.
      const results = await Promise.allSettled([...parts, mine]);
      clearInterval(watch);
      for (const result of results) if (result.status === 'rejected') throw result.reason;
      return results.map((result) => (result as PromiseFulfilledResult<Result>).value);
    },
    async close() {
      await Promise.all(workers.map((worker) => worker?.terminate()));
    },
  };
}

/** A piece of work as a worker does its part of it; it may say now and then how much is done. */
// biome-ignore lint/suspicious/noExplicitAny: what is given to a piece of work, it alone knows
export type Work = (given: any, part: Part, progress: (done: number) => void) => unknown;

interface Order extends Part {
  work: string;
  given: object;
  /** How much each thread has done. */
  counts: Int32Array;
}

/** Does, in a worker, what its pool asks for. */
export function servePool(works: Record<string, Work>): void {
  const port = parentPort;
  port?.on('message', async ({ work, given, part, parts, counts }: Order) => {
    try {
      const done = await works[work]?.(
        given,
        { part, parts },
        (progress) => void Atomics.store(counts, part, progress),
      );
      port.postMessage({ done });
    } catch (error) {
      port.postMessage({ fault: error instanceof Error ? error.message : String(error) });
    }
  });
}

/** To which of `parts` a file belongs, or what is made of it: the same in every process. */
export function partOf(file: string, parts: number): number {
  // FNV-1a, whose low bits depend on every letter.
  let hash = 0x811c9dc5;
  for (let index = 0; index < file.length; index++) {
    hash = Math.imul(hash ^ file.charCodeAt(index), 0x01000193);
  }
  return ((hash ^ (hash >>> 16)) >>> 0) % parts;
}
