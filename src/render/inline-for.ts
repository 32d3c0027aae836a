import { kindScripts } from '../kinds/views';
import type { Elements, PageSources } from './policy';

/** The style sheets and scripts that stand within pages, ready to be chosen from. */
export interface Inline {
  /** What every page needs. */
  base: string;
  /** What a page needs that shows a component: the class of the component's root, and its styles. */
  components: [root: string, css: string][];
  /** Scripts for the reader, by the paths of their files below `src/`, without their ending. */
  scripts: Record<string, string>;
  /** What else pages may load, for those that say so themselves; left out where the host says it. */
  policy?: PageSources;
}

/** With what a site adds to the styles of every page. */
export const branded = (inline: Inline, styles: string): Inline => ({ ...inline, base: inline.base + styles });

/** The mark of the page that searches. */
export const searchMark = 'data-search';

/** Which scripts a page needs: those whose mark stands in it. The first runs before anything is shown. */
export const marks: [script: string, mark: string][] = [
  ['theme/client/theme', 'data-theme-switch'],
  ['theme/client/theme-switch', 'data-theme-switch'],
  ['theme/client/menu', 'data-menu'],
  ['theme/client/embed', 'data-embed'],
  ['theme/client/search', searchMark],
  ['theme/client/search-dialog', 'data-search-opener'],
  ['theme/client/search-here', 'data-search-here'],
  ...kindScripts,
  ['theme/client/analytics', 'data-analytics'],
];

/** All that may stand in a page. */
export const elementsOf = ({ base, components, scripts }: Inline): Elements => ({
  styles: [base, ...components.map(([, css]) => css)],
  scripts: Object.values(scripts),
});

/** What a page needs of it, each text in an element of its own. `html` is the page's body. */
export function inlineFor(
  html: string,
  { base, components, scripts }: Inline,
): { styles: string[]; early: string; late: string[] } {
  const classes = new Set<string>();
  for (const [, names = ''] of html.matchAll(/class="([^"]*)"/g))
    for (const name of names.split(' ')) classes.add(name);
  const used = components.filter(([root]) => classes.has(root));
  const [early = '', ...late] = marks.map(([name, mark]) => (hasMark(html, mark) ? (scripts[name] ?? '') : ''));
  return { styles: [base, ...used.map(([, css]) => css)], early, late: late.filter(Boolean) };
}

export const hasMark = (html: string, mark: string): boolean => html.includes(mark) && isAttribute(mark).test(html);

/** The mark as an attribute; the words of a text may look like one. */
const isAttribute = (mark: string) => new RegExp(`<[a-z][^<>]* ${mark}[ =>]`);
