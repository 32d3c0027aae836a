/** An id that is not used yet, and is from now on. */
export function freeId(id: string, used: Set<string>): string {
  let free = id;
  for (let number = 1; used.has(free); number++) free = `${id}-${number}`;
  used.add(free);
  return free;
}

const tag = /<[^<>"]*(?:"[^"]*"[^<>"]*)*>/g;

/**
 * HTML that `renderMarkdown` made, with ids that are not among those used on its page, to which they are added. What
 * leads to one of them leads there still.
 */
export function withFreeIds(html: string, used: Set<string>): string {
  const own = new Map<string, string>();
  for (const [element] of html.matchAll(tag)) {
    const id = /\sid="([^"]+)"/.exec(element)?.[1];
    if (id !== undefined) own.set(id, '');
  }
  // The texts of a page are long, and seldom have a name in common.
  if (![...own.keys()].some((id) => used.has(id))) {
    for (const id of own.keys()) used.add(id);
    return html;
  }
  const taken = new Set([...used, ...own.keys()]);
  for (const id of own.keys()) {
    own.set(id, used.has(id) ? freeId(id, taken) : id);
    used.add(own.get(id) as string);
  }
  return html.replace(tag, (element) =>
    element
      .replace(/(\s(?:id|aria-describedby|aria-labelledby)=")([^"]+)(?=")/g, (whole, begin, id) =>
        own.has(id) ? begin + own.get(id) : whole,
      )
      .replace(/(\shref="#)([^"]+)(?=")/g, (whole, begin, target) => {
        const id = own.get(target) ?? own.get(decoded(target));
        return id === undefined || id === decoded(target) ? whole : begin + encodeURI(id);
      }),
  );
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
