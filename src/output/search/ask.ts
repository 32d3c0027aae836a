import { isUnspaced, splitSigns } from './split';

/** Pagefind in a browser, as far as it is used (https://pagefind.app/docs/api/). */
export interface Engine {
  options(options: object): Promise<void>;
  /** Begins to load what every search needs, and waits for none of it. */
  init(): Promise<void>;
  /** Has what is found in another index among the results. */
  mergeIndex(folder: string, options: object): Promise<void>;
  search(words: string | null, options: object): Promise<{ results: Result[] }>;
}

export interface Result {
  id: string;
  score: number;
  data(): Promise<Found>;
}

export interface Found {
  url: string;
  /** HTML in which nothing but `mark` is an element. */
  excerpt: string;
  meta: Partial<Record<string, string>>;
}

/** Where a part of the index lies below the first. */
export const partFolder = (part: number): string => (part === 0 ? '' : `${part}/`);

/** Loads the engine from beside its index, of so many parts, or from elsewhere. `folder` is an address with a slash at its end. */
export async function loadEngine(folder: string, parts = 1, from = folder): Promise<Engine> {
  const engine: Engine = await import(/* @vite-ignore */ `${from}pagefind.js`);
  const options = { baseUrl: '/', metaCacheTag: '', excerptLength: 30, ranking };
  // A worker has a policy of its own, and would be fetched beside the engine.
  await engine.options({ ...options, basePath: folder, noWorker: true });
  await engine.init();
  const others = Array.from({ length: parts - 1 }, (_, index) => folder + partFolder(index + 1));
  await Promise.all(others.map((other) => engine.mergeIndex(other, options)));
  return engine;
}

/** A title and whole words count most: who asks for “fog” means no foghorn. What is shown beside them is not searched. */
const ranking = { termSimilarity: 2, metaWeights: { title: 8, kind: 0, date: 0, lang: 0 } };

/** What is found for some words, best first; with filters alone, all that they leave. */
export async function ask(engine: Engine, words: string, filters: Record<string, string>): Promise<Result[]> {
  const signs = splitSigns(words);
  // Signs in a row are looked for as they stand; apart only where they stand nowhere.
  if (isUnspaced(words)) {
    const { results } = await engine.search(`"${signs}"`, { filters });
    if (results.length > 0) return results;
  }
  const { results } = await engine.search(signs || null, { filters });
  const parts = signs.split(/\s+/);
  return results.length > 0 || parts.length < 2 ? results : withSome(engine, parts, filters);
}

/** Where no page has all words, those that have some of them, most first. */
async function withSome(engine: Engine, words: readonly string[], filters: Record<string, string>): Promise<Result[]> {
  const found = new Map<string, Result>();
  for (const word of words) {
    for (const result of (await engine.search(word, { filters })).results) {
      const score = result.score + (found.get(result.id)?.score ?? 0);
      found.set(result.id, { ...result, score });
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score);
}
