import { slug } from 'github-slugger';
import type { Element, Parents, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { freeId } from '../ids';

/** A heading and where it stands. */
export interface Heading {
  element: Element;
  parent: Parents;
  index: number;
  /** The heading that it is a part of, as HTML allows. */
  within: Heading | undefined;
}

/** The id of the heading that the notes of a text stand under. */
export const notesLabel = 'footnote-label';

/**
 * Gives headings their levels and names, and returns them in order. A page has one `h1`, its title: where a body has its
 * own, all its headings go one level down. Every heading gets an id made of its words, as on GitHub, and no id stands in
 * a text twice. Those that an author wrote keep theirs. A heading without a letter has no word to make one of.
 */
export function nameHeadings(tree: Root): Heading[] {
  const headings: Heading[] = [];
  const named: { element: Element; id: string }[] = [];
  const look = (parent: Parents, within: Heading | undefined): void =>
    parent.children.forEach((element, index) => {
      if (element.type !== 'element') return;
      const { id } = element.properties;
      if (typeof id === 'string' && id !== '') named.push({ element, id });
      else delete element.properties['id'];
      const heading = /^h[1-6]$/.test(element.tagName) ? { element, parent, index, within } : undefined;
      if (heading) headings.push(heading);
      look(element, heading ?? within);
    });
  look(tree, undefined);

  if (headings.some(({ element }) => element.tagName === 'h1')) {
    for (const { element } of headings) {
      // The heading of footnotes is not the author's and is on its level already.
      if (element.properties['id'] === notesLabel) continue;
      element.tagName = `h${Math.min(6, Number(element.tagName[1]) + 1)}`;
    }
  }
  const used = new Set<string>();
  for (const { element, id } of named) element.properties['id'] = freeId(id, used);
  for (const { element } of headings) {
    if (element.properties['id'] !== undefined) continue;
    const words = slug(textOf(element));
    element.properties['id'] = freeId(/[\p{L}\p{N}]/u.test(words) ? words : 'section', used);
  }
  return headings;
}
