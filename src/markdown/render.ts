import rehypeHighlight from 'rehype-highlight';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { showable } from '../content/unshowable';
import { joinHtmlBlocks } from './html-blocks';
import { giveIds } from './ids';
import { joinLines } from './lines';
import { readMarkdown } from './parse';
import { dropUnshowable } from './steps/characters';
import { demoteHeadings } from './steps/demote-headings';
import { embedLinks } from './steps/embed-links';
import { linkHeadings } from './steps/heading-links';
import { resolveLinks } from './steps/links';
import { measurePictures } from './steps/pictures';
import { allowed, nameAnchors } from './steps/sanitize';
import { frameTables } from './steps/tables';
import { labelTasks } from './steps/tasks';
import { toHtml } from './steps/to-html';
import { measureText } from './text';

/** The words that a body is given beside its own. */
export interface BodyWords {
  footnotes: string;
  footnoteBack: string;
  loadsFrom: string;
  table: string;
  taskDone: string;
  taskOpen: string;
  videoOn: string;
}

/** What the world outside a body answers while the body is rendered. */
export interface Surroundings {
  /** Where a link leads; `external` when it leaves the site. */
  link(target: string): { href: string; external: boolean };
  /** The address of a picture, and its size in pixels where it is known. */
  picture(source: string): { src: string; width?: number; height?: number };
  /** Whether headings get a link to themselves; feeds have no use for it. */
  headingLinks: boolean;
  words: BodyWords;
}

export interface Rendered {
  html: string;
  /** The first sentences, as plain text of at most about 200 characters. */
  excerpt: string;
  /** How long reading takes, in whole minutes; at least 1. */
  minutes: number;
}

declare module 'vfile' {
  interface DataMap {
    surroundings: Surroundings;
    rendered: Omit<Rendered, 'html'>;
  }
}

const pipeline = unified()
  .use(readMarkdown)
  .use(joinHtmlBlocks)
  .use(toHtml)
  .use(rehypeRaw)
  .use(nameAnchors)
  // From here on nothing the author wrote can hurt a reader; the steps below may add what is not allowed to authors.
  .use(rehypeSanitize, allowed)
  .use(dropUnshowable)
  .use(joinLines)
  .use(measureText)
  .use(demoteHeadings)
  .use(giveIds)
  .use(linkHeadings)
  .use(rehypeHighlight, { detect: false })
  .use(frameTables)
  .use(labelTasks)
  .use(embedLinks)
  .use(measurePictures)
  .use(resolveLinks)
  .use(rehypeStringify)
  .freeze();

/** Renders a Markdown body. The same body in the same surroundings gives the same HTML. Throws where `parseMarkdown` does. */
export function renderMarkdown(body: string, surroundings: Surroundings): Rendered {
  const file = pipeline.processSync({ value: showable(body), data: { surroundings } });
  return { html: String(file), ...(file.data.rendered ?? { excerpt: '', minutes: 1 }) };
}
