import type { z } from 'zod';
import { type CollectionName, collections, type Data } from '../collections';
import { withFreeIds } from '../markdown/ids';
import { renderMarkdown } from '../markdown/render';
import { childOf, infoOf } from '../model/field';
import { surroundingsOf } from './body';
import { idsIn } from './ids';
import { resolveLink, resolvePicture } from './links';
import type { Moment, Picture, Resolved } from './props';
import type { Site } from './resolve';

/**
 * The fields of an entry as they are shown: addresses become what stands in a link, pictures get their size, dates
 * their words, and Markdown becomes HTML. Everything else stays as it is.
 */
export function resolveFields<Name extends CollectionName>(
  site: Site,
  { file, collection, data }: { file: string; collection: Name; data: Data<Name> },
): Resolved<Data<Name>> {
  const used = usedIn(data);
  const resolve = (schema: z.ZodType | undefined, value: unknown): unknown => {
    const kind = schema && infoOf(schema)?.kind;
    if (typeof value === 'string') {
      if (kind === 'address') return resolveLink(site, file, value).href;
      if (kind === 'image') return pictureOf(site, value);
      if (kind === 'date') return momentOf(site, value);
      if (kind === 'markdown') {
        const { html } = renderMarkdown(value, { ...surroundingsOf(site, { file }), headingLinks: false });
        return withFreeIds(html, used);
      }
    }
    if (value === null || typeof value !== 'object') return value;
    if (Array.isArray(value)) return value.map((item, index) => resolve(schema && childOf(schema, index, value), item));
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, resolve(schema && childOf(schema, key, value), inner)]),
    );
  };
  return resolve(collections[collection].schema as z.ZodType, data) as Resolved<Data<Name>>;
}

/** The ids of the sections of a page, in whose texts they can’t stand again. */
const usedIn = (data: object): Set<string> =>
  new Set('blocks' in data ? idsIn((data.blocks as Section[]).map(({ anchor, title }) => ({ anchor, title }))) : []);

interface Section {
  anchor?: string;
  title?: string;
}

export function pictureOf(site: Site, source: string): Picture {
  const { complaint: _, ...picture } = resolvePicture(site, source);
  return picture;
}

/** A moment in words, in the language of the site; the time of day is left out. */
export const momentOf = ({ settings }: Pick<Site, 'settings'>, iso: string): Moment => ({
  iso,
  text: formatOf(settings.language).format(new Date(iso)),
});

/** Some days in words: “June 13 – 15, 2026”. */
export const daysOf = ({ settings }: Pick<Site, 'settings'>, start: string, end: string | undefined): string =>
  end
    ? // Which space stands around the dash differs between versions of the locale data, and so between a build and a browser.
      formatOf(settings.language)
        .formatRange(new Date(start), new Date(end))
        .replace(/[\u2009\u202F]/g, ' ')
    : momentOf({ settings }, start).text;

/** A day that was written without a time lasts until its end. */
export const endOf = (moment: string) =>
  moment.endsWith('T00:00:00.000Z') ? moment.replace('T00:00:00.000Z', 'T23:59:59.999Z') : moment;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: string): Intl.DateTimeFormat {
  let format = formats.get(language);
  if (!format) {
    format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
    formats.set(language, format);
  }
  return format;
}
