import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import rehypeSanitize from 'rehype-sanitize';
import { showable } from '../content/unshowable';
import { joinLines } from './lines';
import { treeOf } from './parse/tree';
import { dropUnshowable } from './steps/characters';
import { finish } from './steps/finish';
import { linkHeadings } from './steps/heading-links';
import { asRead } from './steps/html';
import { nameHeadings, notesLabel } from './steps/names';
import { allowed } from './steps/sanitize';
import { toElements } from './steps/to-elements';
import type { Surroundings } from './surroundings';
import { measureText } from './text';

export interface Rendered {
  html: string;
  /** The first sentences, as plain text of at most about 200 characters. */
  excerpt: string;
  /** How long reading takes, in whole minutes; at least 1. */
  minutes: number;
  /** Its sections: the headings of the second level, and where links find them. */
  sections: { label: string; id: string }[];
}

const sanitize = rehypeSanitize(allowed) as (tree: Root) => Root;

/** Renders a Markdown body. The same body in the same surroundings gives the same HTML. Throws where `parseMarkdown` does. */
export function renderMarkdown(body: string, surroundings: Surroundings): Rendered {
  const read = asRead(toElements(treeOf(showable(body)), surroundings.words));
  // From here on nothing the author wrote can hurt a reader; the steps below may add what is not allowed to authors.
  const safe = sanitize(read);
  // Nothing else than a reference names what the text itself can't hold any more.
  if (body.includes('&')) dropUnshowable(safe);
  joinLines(safe);
  const measured = measureText(safe);
  const headings = nameHeadings(safe);
  const sections = headings.flatMap(({ element }) =>
    element.tagName === 'h2' && element.properties['id'] !== notesLabel
      ? [{ label: textOf(element).trim(), id: String(element.properties['id']) }]
      : [],
  );
  if (surroundings.headingLinks) linkHeadings(headings);
  finish(safe, surroundings);
  return { html: toHtml(safe), ...measured, sections };
}
