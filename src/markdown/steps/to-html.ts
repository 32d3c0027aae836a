import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import remarkRehype from 'remark-rehype';
import type { VFile } from 'vfile';
import { fill } from '../fill';

/** Markdown becomes HTML; what footnotes say beside their text is in the words of the site. */
export const toHtml =
  () =>
  (tree: Root, file: VFile): HtmlRoot => {
    const words = file.data.surroundings?.words;
    const footnoteWords = words && {
      footnoteLabel: words.footnotes,
      footnoteBackLabel: (index: number, repeat: number) =>
        fill(words.footnoteBack, `${index + 1}${repeat > 1 ? `-${repeat}` : ''}`),
    };
    return remarkRehype({ allowDangerousHtml: true, clobberPrefix: 'note-', ...footnoteWords })(tree, file);
  };
