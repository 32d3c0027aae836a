/**
 * Cuts a body where Markdown reads what comes before and what comes after independently of each other: at a line that
 * follows a blank one and begins, without indentation, with a word, a heading, a picture or bold text. Where that can't be
 * told without reading the Markdown, it is not cut.
 */
export function chunksOf(body: string): string[] {
  // What is defined in one place has a meaning in all others.
  if (body.includes(']:')) return [body];
  const chunks: string[] = [];
  let start = 0;
  for (const { index } of body.matchAll(/(?<=\n[ \t]*\r?\n)(?=\p{L}|#|!\[|\*\*\p{L})/gu)) {
    const chunk = body.slice(start, index);
    const state = stateOf(chunk);
    if (state === 'unclear') break;
    if (state === 'open') continue;
    chunks.push(chunk);
    start = index;
  }
  return [...chunks, body.slice(start)];
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
