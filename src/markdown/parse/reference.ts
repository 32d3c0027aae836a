import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfmStrikethroughCjkFriendly } from 'micromark-extension-cjk-friendly-gfm-strikethrough';
import { gfm } from 'micromark-extension-gfm';
import { endAddresses, endFoundAddresses } from './bare-addresses';
import { most, TooIntricate } from './budget';

/**
 * The Markdown of bodies as a tree, by the parser that decides what it means. Emphasis begins and ends beside Chinese,
 * Japanese and Korean signs too, where CommonMark looks for a space; see https://github.com/tats-u/markdown-cjk-friendly.
 * Throws `TooIntricate` where it would take minutes.
 */
export const parseByReference = (markdown: string): Root => fromMarkdown(markdown, options);

type Extension = ReturnType<typeof gfm>;
type Construct = Extract<NonNullable<NonNullable<Extension['text']>[string]>, { tokenize: unknown }>;

/**
 * The parser compares every sign of a paragraph that may close an emphasis with all before it, and every line with all
 * the lists it is in. What is counted is the parser’s own view, in which code has no signs.
 */
function limits(): Extension {
  const sign = counter(most.emphasis, () => 0);
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
      const { line, offset } = this.now();
      const current = part(line);
      const before = counts.get(this);
      const count = before?.part === current ? before.count + 1 : 1;
      if (count > limit) throw new TooIntricate(offset);
      counts.set(this, { part: current, count });
      return nok;
    },
  };
}

const options = {
  extensions: [endAddresses(gfm()), cjkFriendlyExtension(), gfmStrikethroughCjkFriendly(), limits()],
  mdastExtensions: [...gfmFromMarkdown(), endFoundAddresses],
};
