/**
 * Lets what was typed and not saved be restored. The CMS keeps it in the browser (localForage, keys `backup.…`) and reads
 * it when an entry is opened, while it loads the entry itself; whichever comes last is what the editor sees, and that is
 * the entry (`retrieveLocalBackup` and `loadEntry` in its Editor.js). So the answer is held back until the form is there.
 *
 * Decap 3.16.3. To try when it is updated: take this out, type into a post, close the tab, open the post again, and answer
 * OK. If what was typed is there, this can go.
 */
export function restoreAfterLoading(): void {
  const { get } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.get = function (this: IDBObjectStore, key: IDBValidKey | IDBKeyRange) {
    const request = get.call(this, key);
    return typeof key === 'string' && key.startsWith('backup.') ? held(request) : request;
  };
}

/** A request whose answer, if there is one, comes when the form is shown. */
function held(request: IDBRequest): IDBRequest {
  return new Proxy(request, {
    get(target, name) {
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
    set(target, name, value) {
      if (name !== 'onsuccess' || typeof value !== 'function') return Reflect.set(target, name, value);
      target.onsuccess = (event) => {
        if (target.result === undefined) value(event);
        else whenFormIsShown(() => value(event));
      };
      return true;
    },
  });
}

function whenFormIsShown(callback: () => void, tries = 300): void {
  if (tries === 0 || document.querySelector('[id*="-field-"]')) callback();
  else setTimeout(() => whenFormIsShown(callback, tries - 1), 50);
}
