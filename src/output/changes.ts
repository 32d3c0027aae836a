import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './publish';

/** A file of a site: the SHA-256 of its bytes, in hexadecimal, and how many they are. */
export type Inventory = Record<string, { sha256: string; bytes: number }>;

/** In what one state of a site differs from another, by path. */
export interface Changes {
  added: Inventory;
  changed: Inventory;
  removed: string[];
}

/** All files of a folder, in the order of their paths. */
export const inventoryOf = (folder: string): Inventory =>
  Object.fromEntries(
    filesBelow(folder)
      .sort()
      .map((path) => {
        const bytes = readFileSync(join(folder, path));
        return [path, { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }];
      }),
  );

export function changesBetween(before: Inventory, after: Inventory): Changes {
  const pick = (isPicked: (path: string) => boolean) =>
    Object.fromEntries(Object.entries(after).filter(([path]) => isPicked(path)));
  const had = new Map(Object.entries(before));
  return {
    added: pick((path) => !had.has(path)),
    changed: pick((path) => had.has(path) && had.get(path)?.sha256 !== after[path]?.sha256),
    removed: [...had.keys()].filter((path) => !Object.hasOwn(after, path)),
  };
}

/** For people: the pages that differ, with their weight, as Markdown; at most so many of each kind. */
export function changesAsMarkdown(before: Inventory, after: Inventory, most = 40): string {
  const { added, changed, removed } = changesBetween(before, after);
  const addressOf = (path: string) => `/${path.replace(/(?:^|(?<=\/))index\.html$/, '')}`;
  const isPage = (path: string) => path.endsWith('.html') && !path.startsWith('admin/');
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const rows = [
    ...Object.entries(added).map(([path, { bytes }]) => [path, 'new', kilobytes(bytes)]),
    ...Object.entries(changed).map(([path, { bytes }]) => {
      const more = bytes - (before[path]?.bytes ?? 0);
      return [path, 'changed', `${kilobytes(bytes)} (${more < 0 ? '−' : '+'}${Math.abs(more)} bytes)`];
    }),
    ...removed.map((path) => [path, 'removed', '']),
  ] as [string, string, string][];
  const pages = rows.filter(([path]) => isPage(path));
  const others = rows.length - pages.length;
  const rest = `${others} other file${others === 1 ? '' : 's'} differ${others === 1 ? 's' : ''}.`;
  if (pages.length === 0) return `No page changes. ${rest}\n`;
  return [
    '| page | | weight |',
    '| :-- | :-- | --: |',
    ...pages.slice(0, most).map(([path, what, weight]) => `| \`${addressOf(path)}\` | ${what} | ${weight} |`),
    '',
    `${pages.length > most ? `${pages.length - most} more pages differ. ` : ''}${rest}`,
    '',
  ].join('\n');
}
