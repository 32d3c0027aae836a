import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import { gfm } from 'micromark-extension-gfm';
import type { Plugin } from 'unified';
import { endAddresses, endFoundAddresses } from './steps/bare-addresses';

/** What to tell of a text whose parsing, or a walk through whose tree, throws a `RangeError`. */
export const tooIntricate = {
  message: 'its text is nested too deeply, or has thousands of signs such as * in one paragraph',
  advice: 'nest quotes, lists and HTML less deeply, and take out signs that stand for nothing',
};

/** The most signs that may open or close an emphasis in a paragraph, and the most quotes and lists that one line may begin. */
const most = { signs: 2000, quotes: 500, lists: 100 };

/**
 * The Markdown of bodies as a tree. Emphasis begins and ends beside Chinese, Japanese and Korean signs too, where
 * CommonMark looks for a space; see https://github.com/tats-u/markdown-cjk-friendly. Throws a `RangeError` where it would
 * take the parser minutes.
 */
export const parseMarkdown = (markdown: string): Root => fromMarkdown(markdown, options);

/** The first step of a pipeline: it reads a text as `parseMarkdown` does. */
export const readMarkdown: Plugin<[], string, Root> = function () {
  this.parser = parseMarkdown;
};

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

const options = {
  extensions: [endAddresses(gfm()), cjkFriendlyExtension(), gfmStrikethroughCjkFriendly(), limits()],
  mdastExtensions: [...gfmFromMarkdown(), endFoundAddresses],
};

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
