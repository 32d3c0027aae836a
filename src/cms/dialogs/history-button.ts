import type { Collection } from '../../model/collection';
import { collectionOf, fileNamed } from '../file/place';
import type { History, Version } from '../repository/history';
import { tellBeside } from './dialog';
import { element } from './element';
import { showHistory } from './show-history';

/** What the button needs beside the page. */
interface Given {
  collections: readonly Collection[];
  history: History;
  /** Saves a former text of an entry anew. */
  bringBack(file: string, entry: { collection: string; slug: string }, version: Version, text: string): Promise<void>;
}

/** A button on the page of every entry that shows its history. */
export function addHistoryButton({ collections, history, bringBack }: Given): void {
  const button = element('button', { type: 'button', className: 'editor-history', hidden: true }, 'History');
  const follow = () => {
    button.hidden = entryAt(location.hash) === undefined;
  };
  button.addEventListener('click', () => {
    const entry = entryAt(location.hash);
    const file = entry && fileNamed(collections, entry.collection, entry.slug);
    const collection = file === undefined ? undefined : collectionOf(collections, file);
    if (!entry || file === undefined || !collection) return;
    const { format, schema, single, label } = collection;
    const title = single ? label : entry.slug;
    showHistory(history, { title, file, format, schema })
      .then(async (chosen) => {
        if (!chosen) return;
        await bringBack(file, entry, chosen.version, chosen.text);
        location.reload();
      })
      .catch((error: unknown) => tellBeside(file, error instanceof Error ? error.message : String(error)));
  });
  window.addEventListener('hashchange', follow);
  follow();
  document.body.append(button);
}

/** The entry that is open, by the address of its form. */
function entryAt(hash: string): { collection: string; slug: string } | undefined {
  const [, collection, slug] = /^#\/collections\/([^/?]+)\/entries\/([^?]+)/.exec(hash) ?? [];
  return collection && slug ? { collection, slug: decodeURIComponent(slug) } : undefined;
}
