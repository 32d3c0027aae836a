import type { Nodes, Root, Text } from 'hast';

// What stands between a letter of Chinese or Japanese and another, none of whose sides is Korean; see
// https://www.w3.org/TR/css-text-3/#line-break-transform
const wide =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}\\u3001-\\u303F\\u30FB\\u30FC\\uFF01-\\uFF9F]';
const either = '[“”‘’…—·]';
const needless = new RegExp(
  `(?<=${wide})[ \\t]*\\n[ \\t]*(?=${wide}|${either})|(?<=${either})[ \\t]*\\n[ \\t]*(?=${wide})`,
  'gu',
);
const candidate = new RegExp(`${wide}`, 'u');

/** Elements within a line. */
const inline = new Set('a abbr b bdi bdo cite del dfn em i ins kbd mark q s samp small span strong u var'.split(' '));

/** A line that ends between two letters of Chinese or Japanese, which set no spaces between words, ends without one. */
export function joinLines(tree: Root): void {
  let run: Text[] = [];
  const close = () => {
    join(run);
    run = [];
  };
  const walk = (node: Nodes): void => {
    if (node.type === 'text') run.push(node);
    if (node.type !== 'element' && node.type !== 'root') return;
    const name = node.type === 'element' ? node.tagName : '';
    // A mark of a note stands between two letters and parts none.
    if (name === 'sup') return;
    if (!inline.has(name)) close();
    if (name !== 'pre') node.children.forEach(walk);
    if (!inline.has(name)) close();
  };
  walk(tree);
}

function join(texts: readonly Text[]): void {
  const whole = texts.map(({ value }) => value).join('');
  if (!whole.includes('\n') || !candidate.test(whole)) return;
  const cuts = [...whole.matchAll(needless)].map(({ index, 0: { length } }) => ({ from: index, to: index + length }));
  let start = 0;
  for (const text of texts) {
    const { value } = text;
    const [from, to] = [start, start + value.length];
    start = to;
    text.value = cuts.reduceRight(
      (rest, cut) =>
        cut.to <= from || cut.from >= to
          ? rest
          : rest.slice(0, Math.max(0, cut.from - from)) + rest.slice(Math.min(value.length, cut.to - from)),
      value,
    );
  }
}
