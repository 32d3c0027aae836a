import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import remarkRehype from 'remark-rehype';
import { VFile } from 'vfile';
import { fill } from '../fill';
import type { BodyWords } from '../surroundings';

/** Markdown becomes elements; what footnotes say beside their text is in the words of the site. The tree stays as it is. */
export function toElements(tree: Root, words: BodyWords): HtmlRoot {
  const convert = remarkRehype({
    allowDangerousHtml: true,
    clobberPrefix: 'note-',
    footnoteLabel: words.footnotes,
    footnoteBackLabel: (index: number, repeat: number) =>
      fill(words.footnoteBack, `${index + 1}${repeat > 1 ? `-${repeat}` : ''}`),
  });
  return convert(tree, new VFile()) as HtmlRoot;
}
