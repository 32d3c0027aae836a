import PQueue from 'p-queue';
import { type Answer, ask, type InTurn, type Manners } from './ask';
import type { Known } from './known';

interface Options {
  manners: Manners;
  /** What was learned before; what is learned now is added to it. */
  known: Known;
  /** Told after each address: how many are answered, of how many. */
  onProgress?: (done: number, total: number) => void;
}

/**
 * Asks for every address of which nothing is known, once: several hosts at a time, and each of them for one address after
 * the other. Resolves to the answers by address.
 */
export async function askAll(
  addresses: Iterable<string>,
  { manners, known, onProgress }: Options,
): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  const byHost = new Map<string, string[]>();
  const all = new Set(addresses);
  for (const address of all) {
    const answer = known.get(address);
    const { host } = new URL(address);
    if (answer) answers.set(address, answer);
    else byHost.set(host, [...(byHost.get(host) ?? []), address]);
  }
  const inTurn = turns(manners.pause);
  const hosts = new PQueue({ concurrency: manners.hosts });
  onProgress?.(answers.size, all.size);
  for (const ofHost of byHost.values()) {
    void hosts.add(async () => {
      for (const address of ofHost) {
        const answer = await ask(address, manners, inTurn);
        answers.set(address, answer);
        known.add(address, answer);
        onProgress?.(answers.size, all.size);
      }
    });
  }
  await hosts.onIdle();
  return answers;
}

/** A queue for each host: redirects lead to hosts that others are being asked of. */
function turns(pause: number): InTurn {
  const queues = new Map<string, PQueue>();
  return (host, request) => {
    const queue = queues.get(host) ?? new PQueue({ concurrency: 1 });
    queues.set(host, queue);
    const result = queue.add(request);
    void queue.add(() => new Promise((resolve) => setTimeout(resolve, pause)));
    return result;
  };
}
