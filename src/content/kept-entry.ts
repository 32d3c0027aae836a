import { isUtf8 } from 'node:buffer';
import { isDeepStrictEqual } from 'node:util';
import type { Store } from '../cache/store';
import type { Collection } from '../model/collection';
import type { AnyEntry, Checked } from './entry';
import { reopenSource } from './source';

/** An entry without its text, which is in its file. */
interface Kept {
  /** Its name. */
  collection: string;
  slug: string;
  data: AnyEntry['data'];
  format: 'md' | 'yml';
  bodyOffset: number;
  problems: Checked['problems'];
}

/**
 * What a file holds, from what an earlier run found in the same bytes; `check` finds it otherwise, and is believed later.
 * A file that gives no entry is looked at each time.
 */
export function keptEntry(
  store: Store | undefined,
  file: string,
  bytes: Uint8Array,
  candidates: readonly Collection[],
  check: () => Checked,
): Checked {
  if (!store || !isUtf8(bytes)) return check();
  const text = Buffer.from(bytes).toString('utf8');
  const key = `${file}\n${text}`;
  const found = store.get(key);
  if (found !== undefined) {
    const { collection: name, slug, data, format, bodyOffset, problems }: Kept = JSON.parse(found);
    const collection = candidates.find((candidate) => candidate.name === name);
    const source = reopenSource(text, format, bodyOffset);
    if (collection) return { entry: { collection, file, slug, data, body: source.body, source } as AnyEntry, problems };
  }
  const checked = check();
  const { entry, problems } = checked;
  if (entry) {
    const { collection, slug, data, source } = entry;
    const format = file.endsWith('.md') ? 'md' : 'yml';
    const kept: Kept = { collection: collection.name, slug, data, format, bodyOffset: source.bodyOffset, problems };
    const written = JSON.stringify(kept);
    // What JSON can’t hold is read anew.
    if (isDeepStrictEqual(JSON.parse(written).data, data)) {
      store.set(key, written);
      // Of all sources of a large site only some are held as they were taken apart.
      if (source.faults.length === 0)
        return { entry: { ...entry, source: reopenSource(text, format, source.bodyOffset, source) }, problems };
    }
  }
  return checked;
}
