import { createHash, randomBytes } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readdirSync, readSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { readCache, workFolder, writeCache } from './cache';

/** What earlier runs made, by a key that says of what it was made: any text, of any length. */
export interface Store {
  get(key: string): string | undefined;
  set(key: string, text: string): void;
}

/** A store on the disk. */
export interface KeptStore extends Store {
  /** How many texts there are. */
  size(): number;
  /** What was asked for or set, as another thread takes it over: where it lies, and not the texts. */
  handOver(): string;
  adopt(handed: string): void;
  /** Keeps what was asked for or set since the store was opened, for later runs, and forgets the rest. */
  save(): void;
}

interface Place {
  file: string;
  offset: number;
  length: number;
  check: number;
}

/** So many bytes are gathered before they are written. */
const most = 4 << 20;
/** In so many files the texts of a store may lie before they are put together in one. */
const mostFiles = 8;
const day = 86_400_000;

/**
 * Opens the store of a name. Texts lie in files that are written once; an index, whole or not there at all, says where
 * each is, and a checksum whether it still is what was set. So no text is in memory that nobody asks for, and a store may
 * have any size. Of two processes that save at once one is forgotten; what a later run misses it makes again.
 */
export function openStore(root: string, name: string, version: string): KeptStore {
  const folder = join(root, workFolder, 'cache');
  const places = readIndex(root, name, version);
  const former = new Set([...places.values()].map(({ file }) => file));
  const size = places.size;
  const used = new Set<string>();
  const open = new Map<string, number>();
  /** The files of other threads of this process. */
  const mine = new Set<string>();
  const own = `${name}-${randomBytes(6).toString('hex')}`;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let written = 0;
  let added = 0;
  let isBroken = false;

  const read = ({ file, offset, length, check }: Place): Buffer | undefined => {
    // An empty text has a file only where others have one.
    if (length === 0) return Buffer.alloc(0);
    if (file === own) flush();
    const bytes = Buffer.allocUnsafe(length);
    try {
      const handle = open.get(file) ?? openSync(join(folder, file), 'r');
      open.set(file, handle);
      const count = readSync(handle, bytes, 0, length, offset);
      return count === length && crc32(bytes) === check ? bytes : undefined;
    } catch {
      return undefined;
    }
  };
  const flush = () => {
    if (waitingBytes === 0 || isBroken) return;
    try {
      mkdirSync(folder, { recursive: true });
      const handle = openSync(join(folder, own), 'a');
      for (const bytes of waiting) writeSync(handle, bytes);
      closeSync(handle);
    } catch (error) {
      isBroken = true;
      console.error(`${workFolder}/cache/${own} can’t be written, so the next run takes longer: ${String(error)}`);
    }
    waiting = [];
    waitingBytes = 0;
  };
  const add = (key: string, bytes: Buffer) => {
    places.set(key, { file: own, offset: written, length: bytes.length, check: crc32(bytes) });
    used.add(key);
    waiting.push(bytes);
    waitingBytes += bytes.length;
    written += bytes.length;
    added++;
    if (waitingBytes > most) flush();
  };

  return {
    get(text) {
      const key = digestOf(text);
      const place = places.get(key);
      const bytes = place && read(place);
      if (!bytes) return undefined;
      used.add(key);
      return bytes.toString('utf8');
    },
    set: (key, text) => add(digestOf(key), Buffer.from(text)),
    size: () => places.size,
    handOver() {
      flush();
      return isBroken ? '' : linesOf(new Map([...places].filter(([key]) => used.has(key))));
    },
    adopt(handed) {
      for (const [key, place] of placesIn(handed)) {
        if (!former.has(place.file)) {
          mine.add(place.file);
          added++;
        }
        places.set(key, place);
        used.add(key);
      }
    },
    save() {
      const isSame = added === 0 && used.size === size;
      if (!isSame) {
        const files = new Set([...places.values()].map(({ file }) => file));
        if (files.size > mostFiles || used.size * 2 < places.size) gather();
        flush();
        if (!isBroken) writeCache(root, name, version, linesOf(new Map([...places].filter(([key]) => used.has(key)))));
      }
      for (const handle of open.values()) closeSync(handle);
      open.clear();
      if (!isSame && !isBroken) removeOld();
    },
  };

  function gather() {
    for (const key of used) {
      const place = places.get(key);
      const bytes = place && place.file !== own && read(place);
      if (bytes) add(key, bytes);
    }
  }

  function removeOld() {
    const kept = new Set([...places].filter(([key]) => used.has(key)).map(([, { file }]) => file));
    for (const file of readdirSync(folder)) {
      if (!file.startsWith(`${name}-`) || kept.has(file)) continue;
      const path = join(folder, file);
      try {
        // Those that this process did not know of may be another’s, which is about to save.
        if (former.has(file) || mine.has(file) || Date.now() - statSync(path).mtimeMs > day) unlinkSync(path);
      } catch {
        // Another process was faster.
      }
    }
  }
}

const digestOf = (text: string) => createHash('sha1').update(text).digest('base64url');

const readIndex = (root: string, name: string, version: string) => placesIn(readCache(root, name, version) ?? '');

function placesIn(lines: string): Map<string, Place> {
  const places = new Map<string, Place>();
  for (const line of lines.split('\n')) {
    const [key = '', file = '', offset, length, check] = line.split(' ');
    if (key) places.set(key, { file, offset: Number(offset), length: Number(length), check: Number(check) });
  }
  return places;
}

const linesOf = (places: ReadonlyMap<string, Place>): string =>
  [...places].map(([key, { file, offset, length, check }]) => [key, file, offset, length, check].join(' ')).join('\n');

/** The part of a store that holds what is true under a condition alone. */
export const storeWhere = (store: Store, condition: string): Store => ({
  get: (key) => store.get(`${condition}\n${key}`),
  set: (key, text) => store.set(`${condition}\n${key}`, text),
});

/** A store in memory, for a process that goes on: it begins with what is in `below`, and leaves that as it is. */
export function storeInMemory(below?: Store): Store {
  const texts = new Map<string, string>();
  return {
    get: (key) => texts.get(digestOf(key)) ?? below?.get(key),
    set: (key, text) => void texts.set(digestOf(key), text),
  };
}
