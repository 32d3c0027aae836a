import type { PhrasingContent, Root } from 'mdast';
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { gfm } from 'micromark-extension-gfm';
import { visit } from 'unist-util-visit';

type Syntax = ReturnType<typeof gfm>;
type Construct = Extract<NonNullable<NonNullable<Syntax['text']>[string]>, { tokenize: unknown }>;
type State = NonNullable<ReturnType<Construct['tokenize']>>;
type Code = Parameters<State>[0];
type Attempt = Parameters<Construct['tokenize']>[0]['attempt'];

/**
 * What ends an address that is written without brackets: signs that end a sentence or enclose words in Chinese,
 * Japanese and Korean, where no space follows them, and quotation marks. GFM takes them for a part of the address.
 */
const end =
  /[\u3001\u3002\u3008-\u3011\u3014-\u301B\u301D-\u301F\uFF01\uFF08\uFF09\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F\uFF3B\uFF3D\uFF5B\uFF5D\uFF5F-\uFF64“”„«»…]/;

/** The syntax with addresses that end where their readers see them end. */
export const endAddresses = (syntax: Syntax): Syntax => ({
  ...syntax,
  text: Object.fromEntries(
    Object.entries(syntax.text ?? {}).map(([code, constructs]) => [
      code,
      [constructs ?? []].flat().map((construct) => (isAddress(construct) ? ended(construct) : construct)),
    ]),
  ),
});

const isAddress = ({ name }: Construct) => name === 'protocolAutolink' || name === 'wwwAutolink';

/**
 * The construct, for which the text is over where an address ends; so it is for the constructs that it is made of. What
 * they hand on is told the code that is really there.
 */
function ended(construct: Construct): Construct {
  let code: Code = null;
  let depth = 0;
  const bound = (inner: Construct): Construct => ({
    ...inner,
    tokenize(effects, ok, nok) {
      let isDone = false;
      const leave =
        (next: State): State =>
        () => {
          isDone = true;
          return next(code);
        };
      const within =
        (state: State): State =>
        (current) => {
          if (depth === 0) code = current;
          depth++;
          try {
            const next = state(isEnd(current) ? null : current);
            return isDone || !next ? next : within(next);
          } finally {
            depth--;
          }
        };
      const part =
        (attempt: Attempt): Attempt =>
        (parts, ...rest) =>
          attempt(bound(parts as Construct), ...rest);
      const inside = { ...effects, attempt: part(effects.attempt), check: part(effects.check) };
      return within(inner.tokenize.call(this, inside, leave(ok), leave(nok)));
    },
  });
  return bound(construct);
}

const isEnd = (code: Code) => code !== null && code > 0 && end.test(String.fromCharCode(code));

/** Ends the addresses that GFM finds in what is a text already; these have no place of their own. */
export const endFoundAddresses: TreeExtension = {
  transforms: [
    (tree: Root) => {
      visit(tree, 'link', (node, index, parent) => {
        const [child] = node.children;
        if (child?.type !== 'text' || node.position || !parent || index === undefined) return;
        const length = child.value.search(end);
        if (length < 0) return;
        const rest: PhrasingContent = { type: 'text', value: child.value.slice(length) };
        node.url = node.url.slice(0, length - child.value.length);
        child.value = child.value.slice(0, length);
        (parent.children as PhrasingContent[]).splice(index + 1, 0, rest);
      });
    },
  ],
};
