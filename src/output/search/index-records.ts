import { createRequire } from 'node:module';
import { join } from 'node:path';
import { codeFolder } from '../../cache/code-folder';
import type { SearchRecord } from '../../site/pages/search-record';
import { splitSigns } from './split';

/** A page as the index is told of it. */
export interface Indexed extends SearchRecord {
  /** Where links to it lead. */
  href: string;
  /** Its text as HTML, with ids at its headings. */
  html: string;
}

/** More pages than these share files, so that a large site is no hundred thousand of them. */
const mostFragments = 5000;

/**
 * Writes the index of some pages into a folder; the same pages in the same order give the same bytes. `language` is that of
 * the site, whose endings of words do not count: who looks for “donating” finds “donate”. Throws what Pagefind complains of.
 */
export async function indexRecords(pages: Iterable<Indexed>, language: string, folder: string): Promise<void> {
  const pagefind = load();
  const primary = language.split('-')[0] ?? '';
  const { index, errors } = await pagefind.createIndex({
    // One index for all languages, for a reader does not know in which of them something is written. Pagefind would cut
    // Chinese and Japanese into words that a browser cuts otherwise.
    forceLanguage: /^(?:zh|ja)$/.test(primary) ? 'unknown' : primary,
    maxFragments: mostFragments,
  });
  const complain = (complaints: readonly string[]) => {
    if (complaints.length > 0) throw new Error(`The search can’t be indexed: ${complaints.join('; ')}`);
  };
  try {
    complain(errors);
    if (!index) return;
    // One after the other: the order decides how the index numbers them.
    for (const page of pages) complain((await index.addHTMLFile({ url: page.href, content: documentOf(page) })).errors);
    complain((await index.writeFiles({ outputPath: folder })).errors);
  } finally {
    await pagefind.close();
  }
}

/**
 * Loads it where something is indexed: most builds find it indexed already. It has a name for `import` alone, which commands
 * do without, and so it is asked for by its file.
 */
const load = (): typeof import('pagefind') =>
  createRequire(join(codeFolder, 'package.json'))(join(codeFolder, 'node_modules/pagefind/lib/index.js'));

/** What Pagefind is to index, in its own terms (https://pagefind.app/docs/). */
export function documentOf({ title, description, lang, filters, date, html }: Indexed): string {
  const filter = Object.entries(filters).flatMap(([name, values]) =>
    values.map((value) => `<i data-pagefind-filter="${name}[data-value]" data-value="${escaped(value)}"></i>`),
  );
  const about = Object.entries({ kind: filters.kind?.[0], date, lang }).map(([name, value]) =>
    value ? `<i data-pagefind-meta="${name}[data-value]" data-value="${escaped(value)}"></i>` : '',
  );
  const words = (text: string) => escaped(splitSigns(text));
  return [
    `<html lang="${escaped(lang)}"><body>`,
    `<h1 data-pagefind-meta="title">${words(title)}</h1>`,
    `<p data-pagefind-weight="4">${words(description)}</p>`,
    ...filter,
    ...about,
    html.replace(/(<[^>]*>)|([^<]+)/g, (_, tag = '', text = '') => tag || splitSigns(text)),
    '</body></html>',
  ].join('');
}

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
