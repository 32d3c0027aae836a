/** What texts were made of: the file as it was opened, by a text that a form gave. */
export interface Origins {
  /** A form of `source` gave `text`. */
  keep(text: string, source: string): void;
  /** What a text was made of; itself, where it comes from a file. */
  of(text: string): string;
  /** Forgets all: files are what they were saved as from now on. */
  clear(): void;
}

/** Keeps the newest of them alone. */
export function originsOfTexts(most = 50): Origins {
  const kept = new Map<string, string>();
  return {
    keep(text, source) {
      kept.delete(text);
      if (text !== source) kept.set(text, source);
      for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
    },
    of: (text) => kept.get(text) ?? text,
    clear: () => kept.clear(),
  };
}

/**
 * Lets what was typed and not saved be restored, together with what it was typed into: without that, nobody could tell it
 * from what the file said. The CMS keeps it in the browser (localForage, keys `backup.…`) and reads
 * it when an entry is opened, while it loads the entry itself; whichever comes last is what the editor sees, and that is
 * the entry (`retrieveLocalBackup` and `loadEntry` in its Editor.js). So the answer is held back until the form is there.
 *
 * Decap 3.16.3. To try when it is updated: take this out, type into a post, close the tab, open the post again, and answer
 * OK. If what was typed is there, this can go.
 */
export function restoreAfterLoading({ sourceOf, restored }: Restoring): void {
  const { get, put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.get = function (this: IDBObjectStore, key: IDBValidKey | IDBKeyRange) {
    const request = get.call(this, key);
    return isOfBackup(key) ? held(request, restored) : request;
  };
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, value: Backup, key?: IDBValidKey) {
    const [, collection = '', slug = ''] = (isOfBackup(key) && /^backup\.([^.]+)\.?(.*)$/s.exec(String(key))) || [];
    const isKept = collection !== '' && value?.raw !== undefined;
    return put.call(this, isKept ? { ...value, source: sourceOf(String(value.raw), collection, slug) } : value, key);
  };
}

interface Restoring {
  /** What the text of a form was made of, by its collection and the name of its entry there. */
  sourceOf(text: string, collection: string, slug: string): string;
  /** Where that is kept once the text is restored. */
  restored: Origins;
}

const isOfBackup = (key: unknown) => typeof key === 'string' && key.startsWith('backup.');

/** What the CMS keeps, and, from us, the text of the file it was typed into. */
interface Backup {
  raw?: unknown;
  source?: string;
}

/** A request whose answer, if there is one, comes when the form is shown. */
function held(request: IDBRequest, restored: Origins): IDBRequest {
  return new Proxy(request, {
    get(target, name) {
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
    set(target, name, value) {
      if (name !== 'onsuccess' || typeof value !== 'function') return Reflect.set(target, name, value);
      target.onsuccess = (event) => {
        const backup = target.result as Backup | undefined;
        if (backup === undefined) return value(event);
        if (backup.source !== undefined) restored.keep(String(backup.raw), backup.source);
        whenFormIsShown(() => value(event));
      };
      return true;
    },
  });
}

function whenFormIsShown(callback: () => void, tries = 300): void {
  if (tries === 0 || document.querySelector('[id*="-field-"]')) callback();
  else setTimeout(() => whenFormIsShown(callback, tries - 1), 50);
}
