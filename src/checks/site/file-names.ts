import { posix } from 'node:path';
import { redirects } from '../../collections/settings/redirects';
import type { Change } from '../../content/change';
import { entriesOf } from '../../content/entry';
import { type Problem, problemAt, problemOf } from '../../content/problem';
import { decode } from '../../site/addresses/address';
import type { Site } from '../../site/site';

/** What means something in an address, or is written there in two ways. */
const unsafe = '[^\\p{L}\\p{M}\\p{N}._~@-]';
const anyUnsafe = new RegExp(unsafe, 'gu');
const unsafeRow = new RegExp(`-*${unsafe}(?:${unsafe}|-)*`, 'gu');

/** Finds files in `static/` whose names don’t survive in an address. */
export function checkFileNames(site: Site): Problem[] {
  const taken = new Set([...site.assets.keys()].map((path) => path.toLowerCase()));
  return [...site.assets].flatMap(([path, { file }]) => {
    const safe = safePath(path);
    if (safe === path) return [];
    let free = safe;
    for (let number = 2; taken.has(free.toLowerCase()) && free.toLowerCase() !== path.toLowerCase(); number++) {
      free = safe.replace(/(?=\.[^./]*$)|$/, `-${number}`);
    }
    taken.add(free.toLowerCase());
    const signs = [...new Set(path.replaceAll('/', '').match(anyUnsafe))];
    const message =
      signs.length > 0
        ? `The name of the file holds ${[...new Set(signs.map((sign) => (/\s/.test(sign) ? 'a space' : `“${sign}”`)))].join(' and ')}`
        : 'The ending of the file is in capitals';
    const fix = renaming(site, file, `static${free}`);
    return [problemOf(file, 'unsafe-file-name', message, `name it ${posix.basename(free)}`, { fix })];
  });
}

/**
 * Finds files and addresses with a part that Windows can hold in no folder: who checks the project out there, or unpacks the
 * site, loses them. Source: “Naming Files, Paths, and Namespaces” of Microsoft’s documentation.
 */
export function checkPortableNames(site: Site): Problem[] {
  const advice = 'write another word, or put one before it';
  const rule = 'unportable-name';
  const files = [
    ...site.entries.map(({ file }) => file),
    ...site.broken.keys(),
    ...[...site.assets.values()].map(({ file }) => file),
  ];
  const ofFiles = files.flatMap((file) => {
    const fault = unportable(file);
    return fault ? [problemOf(file, rule, `The name of the file ${fault}`, advice)] : [];
  });
  const known = new Set(ofFiles.map(({ file }) => file));
  const ofAddresses = site.entries.flatMap((entry) => {
    const address = site.addressByFile.get(entry.file);
    const fault = address === undefined || known.has(entry.file) ? undefined : unportable(address);
    return fault ? [problemAt(entry, rule, ['seo', 'url'], `The address ${address} ${fault}`, advice)] : [];
  });
  const ofRedirects = entriesOf(site.entries, redirects).flatMap((entry) =>
    entry.data.redirects.flatMap(({ from }, index) => {
      const fault = from.includes('*') ? undefined : unportable(decode(from));
      return fault
        ? [problemAt(entry, rule, ['redirects', index, 'from'], `The address ${from} ${fault}`, advice)]
        : [];
    }),
  );
  return [...ofFiles, ...ofAddresses, ...ofRedirects];
}

/** What keeps a path from being one on Windows, as the end of a sentence; undefined where nothing does. */
export function unportable(path: string): string | undefined {
  for (const name of path.split('/')) {
    const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=$|[. ])/i.exec(name)?.[0];
    if (device) return `begins a part with “${device}”, which is a device on Windows`;
    if (/(?<!^\.{0,2})[. ]$/.test(name))
      return `ends a part with a ${name.endsWith('.') ? 'full stop' : 'space'}, which Windows cuts off`;
    const sign = /[<>:"|?*\\]/.exec(name)?.[0];
    if (sign) return `holds “${sign}”, which no name on Windows may`;
  }
  return undefined;
}

/** A path whose names survive in an address: `/files/my-report.pdf` of `/files/my report.pdf`. */
export function safePath(path: string): string {
  return path.replace(/[^/]+/g, (name, index: number) => {
    const isFile = index + name.length === path.length;
    const ending = (isFile && /(?<=.)\.[\p{L}\p{N}]{1,8}$/u.exec(name)?.[0]) || '';
    const stem = name.slice(0, name.length - ending.length);
    const safe = stem.replace(unsafeRow, '-');
    return (safe === stem ? stem : safe.replace(/^-|-$/g, '') || 'file') + ending.toLowerCase();
  });
}

/** The new name of a file, and of everything that leads to it, in plain letters or with codes such as `%20`. */
function renaming({ entries, broken, base, settings }: Site, file: string, to: string): Change[] {
  const spelling = spellingOf(file.slice('static/'.length));
  const quoted = (text: string) => text.replace(/[^\w]/g, '\\$&');
  const hosts = [...settings.hosts, new URL(settings.url).host].map(quoted).join('|');
  const before = new RegExp(
    `(?:^|[\\s"'(<=,[])(?:(?:https?:)?//(?:${hosts})${quoted(base.path)})?(?:\\.{0,2}/)*(?:static/)?$`,
    'i',
  );
  const path = to.slice('static/'.length);
  return [
    { kind: 'rename', file, to },
    ...[...entries.map(({ file: from, source }) => [from, source.text] as const), ...broken].flatMap(([from, text]) =>
      [...text.matchAll(spelling)]
        .filter(({ index }) => before.test(text.slice(Math.max(0, index - 200), index)))
        .map(({ 0: written, index }): Change => {
          const isEncoded = /%[0-9a-f]{2}/i.test(written);
          const end = index + written.length;
          return { kind: 'edit', file: from, start: index, end, text: isEncoded ? encodeURI(path) : path };
        }),
    ),
  ];
}

/** Matches a path in all the ways in which people and programs write it. */
function spellingOf(path: string): RegExp {
  const named: Record<string, string> = { '&': '|&amp;', '\u00A0': '|&nbsp;' };
  const anyCase = (code: string) => code.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
  const ways = (sign: string) => {
    if (sign === '/') return sign;
    const number = sign.codePointAt(0) ?? 0;
    const hex = anyCase(number.toString(16));
    const bytes = Array.from(Buffer.from(sign), (byte) => `%${anyCase(byte.toString(16).padStart(2, '0'))}`).join('');
    const plain = /[\p{L}\p{M}\p{N}\s]/u.test(sign) ? sign : `\\\\?\\${sign}`;
    // As it is, in an address, in HTML, and between the quotes of YAML.
    return `(?:${plain}|${bytes}|&#0*${number};|&#[xX]0*${hex};|\\\\[xuU]0*${hex}${named[sign] ?? ''})`;
  };
  const forms = [...new Set([path, path.normalize('NFC'), path.normalize('NFD')])];
  return new RegExp(`(?:${forms.map((form) => Array.from(form, ways).join('')).join('|')})(?![\\w-]|\\.\\w)`, 'g');
}
