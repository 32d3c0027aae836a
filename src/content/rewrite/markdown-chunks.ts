/** A part of a body that Markdown reads by itself, once it knows `context`: what is defined elsewhere in the body. */
export interface Chunk {
  text: string;
  context: string;
}

/**
 * Cuts a body where Markdown reads what comes before and what comes after independently of each other: at a line that
 * follows a blank one and begins, without indentation, with a word, a heading, a picture, bold text or a definition. Where
 * that can't be told without reading the Markdown, it is not cut.
 */
export function chunksOf(body: string): Chunk[] {
  const texts = cut(body);
  const defining = texts.filter((text) => definition.test(text));
  const isClear = texts.every((text) => (definition.test(text) ? stateOf(text) === 'closed' : !mayDefine.test(text)));
  if (!isClear) return [{ text: body, context: '' }];
  const context = defining.join('\n\n');
  return texts.map((text) => ({ text, context: text.includes('[') ? context : '' }));
}

const definition = /^\[[^\]\n]+\]:/;
// Also in a list or a quote, or with a label of several lines.
const mayDefine = /^(?:[\s>*+\d.)-]*\[.*|[^[\n]*)\]:/m;

function cut(body: string): string[] {
  const texts: string[] = [];
  let start = 0;
  for (const { index } of body.matchAll(/(?<=\n[ \t]*\r?\n)(?=\p{L}|#|!\[|\*\*\p{L}|\[[^\]\n]+\]:)/gu)) {
    const text = body.slice(start, index);
    const state = stateOf(text);
    if (state === 'unclear') break;
    if (state === 'open') continue;
    texts.push(text);
    start = index;
  }
  return [...texts, body.slice(start)];
}

/** Whether code that a chunk begins also ends in it. */
function stateOf(chunk: string): 'closed' | 'open' | 'unclear' {
  // HTML may go on beyond a blank line.
  if (/<(?:[!?]|script|pre|style|textarea)/i.test(chunk)) return 'unclear';
  if (!/```|~~~/.test(chunk)) return 'closed';
  if (/^\s*</m.test(chunk)) return 'unclear';
  let fence: { indent: string; mark: string } | undefined;
  for (const line of chunk.split(/\r?\n|\r/)) {
    const [, indent = '', mark = '', rest = ''] = /^( *)(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (!fence) {
      if (mark) fence = { indent, mark };
      else if (/```|~~~/.test(line)) return 'unclear';
    } else if (line.trim() !== '' && !line.startsWith(fence.indent)) return 'unclear';
    else if (mark.startsWith(fence.mark) && rest.trim() === '') {
      if (indent !== fence.indent) return 'unclear';
      fence = undefined;
    }
  }
  return fence ? 'open' : 'closed';
}
