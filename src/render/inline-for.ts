import { kindScripts } from '../kinds/views';

/** The style sheets and scripts that stand within pages, ready to be chosen from. */
export interface Inline {
  /** What every page needs. */
  base: string;
  /** What a page needs that shows a component: the class of the component's root, and its styles. */
  components: [root: string, css: string][];
  /** Scripts for the reader, by the paths of their files below `src/`, without their ending. */
  scripts: Record<string, string>;
}

/** With what a site adds to the styles of every page. */
export const branded = (inline: Inline, styles: string): Inline => ({ ...inline, base: inline.base + styles });

/** Which scripts a page needs: those whose mark stands in it. The first runs before anything is shown. */
export const marks: [script: string, mark: string][] = [
  ['theme/client/theme', 'data-theme-switch'],
  ['theme/client/theme-switch', 'data-theme-switch'],
  ['theme/client/embed', 'data-embed'],
  ...kindScripts,
  ['theme/client/analytics', 'data-analytics'],
];

/** What a page needs of it. `html` is the page's body. */
export function inlineFor(
  html: string,
  { base, components, scripts }: Inline,
): { css: string; early: string; late: string } {
  const used = components.filter(([root]) => new RegExp(`class="(?:[^"]* )?${root}[ "]`).test(html));
  const [early = '', ...late] = marks.map(([name, mark]) =>
    isAttribute(mark).test(html) ? (scripts[name] ?? '') : '',
  );
  return { css: base + used.map(([, css]) => css).join(''), early, late: late.join('') };
}

/** The mark as an attribute; the words of a text may look like one. */
const isAttribute = (mark: string) => new RegExp(`<[a-z][^<>]* ${mark}[ =>]`);
