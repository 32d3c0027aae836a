import { seoOf } from '../../collections/seo';
import type { AnyEntry } from '../../content/entry';
import { type Problem, problemAt } from '../../content/problem';
import type { Path } from '../../content/source';
import type { Advice } from '../../model/advice';
import { infoOf } from '../../model/field';
import type { RuleName } from '../../rules/index';
import type { Site } from '../../site/site';

/** How much search engines show, in characters of the Latin alphabet. */
const titleShown = 60;
const descriptionShown = { least: 70, most: 160 };

/** Finds what of a page search engines would cut. */
export const checkSeoOf = (site: Site, entry: AnyEntry): Problem[] =>
  isFound(site, entry) ? lengthProblems(entry) : [];

/** Finds pages that search engines could not tell apart. */
export function checkSeo(site: Site): Problem[] {
  const pages = site.entries.filter((entry) => isFound(site, entry));
  return [...repeated(pages, 'repeated-title', titleOf), ...repeated(pages, 'repeated-description', descriptionOf)];
}

/** Whether search engines find a page of the entry. */
const isFound = ({ addressByFile }: Site, { file, data }: AnyEntry) =>
  addressByFile.has(file) && !('hidePost' in data && data.hidePost);

interface Said {
  path: Path;
  label: string;
  text: string;
}

const titleOf = (entry: AnyEntry): Said | undefined =>
  said(entry, ['seo', 'title'], 'Search title') ?? said(entry, ['title'], 'Title');

const descriptionOf = (entry: AnyEntry): Said | undefined =>
  said(entry, ['seo', 'description'], 'Description') ??
  (entry.collection.summary
    ? said(entry, [entry.collection.summary], labelOf(entry, entry.collection.summary))
    : undefined);

const labelOf = ({ collection }: AnyEntry, field: string) => infoOf(collection.schema.shape[field])?.label ?? field;

function said({ data }: AnyEntry, path: string[], label: string): Said | undefined {
  const text = path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], data);
  return typeof text === 'string' ? { path, label, text } : undefined;
}

function lengthProblems(entry: AnyEntry): Problem[] {
  const problems: Problem[] = [];
  const complain = (rule: RuleName, { path }: Pick<Said, 'path'>, message: string, advice: Advice) =>
    problems.push(problemAt(entry, rule, path, message, advice));
  const title = titleOf(entry);
  const description = descriptionOf(entry);
  if (description && /\*\*|__|`|\]\(|<\/?[a-z]|^#{1,6} /im.test(description.text)) {
    complain(
      'markdown-in-description',
      description,
      `“${description.label}” holds Markdown or HTML`,
      'write plain text',
    );
  }
  const { summary } = entry.collection;
  if (!description && summary) {
    const advice = { file: `write one or two sentences in ${summary}:`, form: 'write one or two sentences' };
    complain('missing-description', { path: [summary] }, `“${labelOf(entry, summary)}” is missing`, advice);
  }
  // What stands elsewhere was written for lists.
  if (!seoOf(entry.collection, entry.data)) return problems;
  const shown = title && widthOf(title.text);
  if (shown && shown > titleShown) {
    const message = `“${title.label}” has ${shown} characters, and search engines show about ${titleShown}`;
    const shorter = {
      file: 'shorten it, or write a shorter one in title: below seo:',
      form: `shorten it, or write a shorter one in “Search title” below “${labelOf(entry, 'seo')}”`,
    };
    const advice = title.path[0] === 'seo' ? 'shorten it' : shorter;
    complain('overlong-title', title, message, advice);
  }
  const width = widthOf(description?.text ?? '');
  if (description && width < descriptionShown.least) {
    const message = `“Description” has ${width} characters, which tells a stranger little`;
    complain(
      'short-description',
      description,
      message,
      `write ${descriptionShown.least} to ${descriptionShown.most} characters`,
    );
  }
  if (description && width > descriptionShown.most) {
    const message = `“Description” has ${width} characters, and search engines show about ${descriptionShown.most}`;
    complain('overlong-description', description, message, 'shorten it');
  }
  return problems;
}

/** The length of a text where a Chinese, Japanese or Korean character is as wide as two others. */
const widthOf = (text: string) =>
  [...text].length +
  (text.match(/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF01-\uFF60]/gu)
    ?.length ?? 0);

function repeated(pages: readonly AnyEntry[], rule: RuleName, ask: (entry: AnyEntry) => Said | undefined): Problem[] {
  const first = new Map<string, AnyEntry>();
  return pages.flatMap((entry) => {
    const answer = ask(entry);
    if (!answer) return [];
    // A project and the category of its posts may have one name; their pages say which is which.
    const kind = 'seo' in entry.data ? 'page' : entry.collection.name;
    const words = answer.text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
    const key = `${kind} ${words}`;
    const twin = first.get(key);
    if (!twin) {
      first.set(key, entry);
      return [];
    }
    const message = `“${answer.label}” is the same as in ${twin.file}`;
    return [problemAt(entry, rule, answer.path, message, 'say what is different')];
  });
}
