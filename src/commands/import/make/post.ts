import { judgeDate } from '../../../model/date';
import type { Field } from '../read/field';
import { type Context, pictureOf, plainOf, roleOf } from './context';
import { foreignText } from './foreign';
import { firstWords, seoOf } from './seo';

/** What a post is filed under, as it is written. */
export interface Filed {
  value?: string;
  label?: string;
  /** It is a tag: these had addresses of their own. */
  isTag?: boolean;
}

/** A post before its authors and categories are looked up. */
export interface PostDraft {
  title: string;
  /** As they are written: a name, or the key of one. */
  authors: string[];
  categories: Filed[];
  /** Its fields but for those. */
  fields: { [key: string]: unknown };
  body: string;
}

/** `day` is that in the name of its file, for a post that has none in its fields. */
export function makePost(context: Context, page: Field, body: string, day: string | undefined): PostDraft {
  const title = plainOf(context, roleOf(context, page, 'title'), true) ?? '';
  const authors = namesIn(roleOf(context, page, 'author'));
  const categories = (context.mapping.fields['category'] ?? []).flatMap((name) =>
    categoriesIn(page.get(name)).map((one) => (name === 'tags' ? { ...one, isTag: true } : one)),
  );
  const dateField = roleOf(context, page, 'date');
  const date = dateOf(dateField.take()) ?? day;
  const updated = dateOf(roleOf(context, page, 'updated').take());
  const hidePost = roleOf(context, page, 'hidden').flag();
  const draft = roleOf(context, page, 'draft').flag() || page.get('published').take() === 'false';
  page.get('published').take();
  const lang = roleOf(context, page, 'lang').take();
  const seo = seoOf(context, page, title);
  const picture = pictureOf(context, page);
  const text = foreignText(context, page, body);
  return {
    title,
    authors,
    categories,
    body: text,
    fields: {
      title,
      ...(date ? { date } : {}),
      ...(updated && updated !== date ? { updated } : {}),
      ...(hidePost ? { hidePost } : {}),
      ...(draft ? { draft } : {}),
      ...picture,
      ...(lang ? { lang } : {}),
      seo: { ...seo, description: seo.description ?? firstWords(text, title) },
    },
  };
}

/** A date with its letters; a time without a zone is UTC, as YAML has it. */
function dateOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const inUtc = /^\d{4}-\d{1,2}-\d{1,2}[Tt ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/.test(written)
    ? `${written}Z`
    : written;
  return inUtc !== written && judgeDate(inUtc)?.write === undefined && judgeDate(inUtc) ? written : inUtc;
}

/** The names in a field: one, a list of them, or of fields with a name. */
function namesIn(field: Field): string[] {
  if (field.isText) return [field.take() ?? ''];
  if (field.isMap) return namesIn(field.get('name', 'authorName', 'title'));
  return field.items().flatMap(namesIn);
}

function categoriesIn(field: Field): Filed[] {
  if (field.isText) {
    const written = field.take() ?? '';
    return /,/.test(written) && !/\s,/.test(written)
      ? written.split(',').map((label) => ({ label: label.trim() }))
      : [{ label: written }];
  }
  if (field.isMap) {
    const value = field.get('value', 'id').take();
    const label = field.get('label', 'text', 'title', 'name').take();
    return value || label ? [{ ...(value ? { value } : {}), ...(label ? { label } : {}) }] : [];
  }
  return field.items().flatMap(categoriesIn);
}
