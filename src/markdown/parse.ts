import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Processor } from 'unified';

/** What to tell of a text whose parsing, or a walk through whose tree, throws a `RangeError`. */
export const tooIntricate = {
  message: 'its text is nested too deeply, or has thousands of signs such as * in one paragraph',
  advice: 'nest quotes, lists and HTML less deeply, and take out signs that stand for nothing',
};

/** The most signs that may open or close an emphasis in a paragraph, and the most quotes and lists that one line may begin. */
const most = { signs: 2000, quotes: 500, lists: 100 };

/** The Markdown of bodies as a tree; all nodes have offsets. Throws a `RangeError` where it would take the parser minutes. */
export const parseMarkdown = (markdown: string): Root =>
  fromMarkdown(markdown, { extensions: [gfm(), limits()], mdastExtensions: [gfmFromMarkdown()] });

/** A step for a pipeline, which then throws where `parseMarkdown` does. */
export function limitMarkup(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), limits()];
}

type Extension = ReturnType<typeof gfm>;
type Construct = Extract<NonNullable<NonNullable<Extension['text']>[string]>, { tokenize: unknown }>;

/**
 * The parser compares every sign of a paragraph that may close an emphasis with all before it, and every line with all
 * the lists it is in. What is counted is the parser’s own view, in which code has no signs.
 */
function limits(): Extension {
  const sign = counter(most.signs, () => 0);
  const quote = counter(most.quotes, (line) => line);
  const list = counter(most.lists, (line) => line);
  const at = (characters: string, construct: Construct) =>
    Object.fromEntries(Array.from(characters, (character) => [character.charCodeAt(0), construct]));
  return { text: at('*_~', sign), document: { ...at('>', quote), ...at('*+-0123456789', list) } };
}

/** Finds nothing, and counts how often it is asked to, for each paragraph and each `part` of it. */
function counter(limit: number, part: (line: number) => number): Construct {
  const counts = new WeakMap<object, { part: number; count: number }>();
  return {
    tokenize(_effects, _ok, nok) {
      const current = part(this.now().line);
      const before = counts.get(this);
      const count = before?.part === current ? before.count + 1 : 1;
      if (count > limit) throw new RangeError(tooIntricate.message);
      counts.set(this, { part: current, count });
      return nok;
    },
  };
}
