/** A piece of a line: its text, where it leads, and how it is marked. */
interface Run {
  text: string;
  marks: readonly string[];
  href?: string | undefined;
}

/** Lines of a clipboard, each in the block it belongs to. */
interface Line {
  block: string;
  /** How deep it stands in lists; 0 outside of them. */
  depth: number;
  isOrdered: boolean;
  runs: Run[];
}

interface State {
  block: string;
  depth: number;
  isOrdered: boolean;
  marks: readonly string[];
  href?: string | undefined;
}

/** What a program puts beside the words for itself. */
const dropped = new Set(['STYLE', 'SCRIPT', 'HEAD', 'META', 'TITLE', 'LINK', 'NOSCRIPT', 'TEMPLATE', 'XML', 'BUTTON']);
const blocks: Record<string, string> = {
  H1: 'h2',
  H2: 'h2',
  H3: 'h3',
  H4: 'h4',
  H5: 'h5',
  H6: 'h6',
  BLOCKQUOTE: 'blockquote',
};
const marks: Record<string, string> = { B: 'strong', STRONG: 'strong', I: 'em', EM: 'em', CODE: 'code', TT: 'code' };
const lineBreaking =
  /^(?:P|DIV|H[1-6]|LI|UL|OL|BLOCKQUOTE|PRE|TR|TABLE|SECTION|ARTICLE|HEADER|FOOTER|DL|DT|DD|FIGURE|FIGCAPTION|HR)$/;

/**
 * The HTML of a clipboard as the plain HTML that the rich text editor can take: paragraphs, headings, lists, quotations, and
 * in them text, marks and links, marks within links. Word processors and webmail wrap these in what is theirs. A picture of
 * another site becomes a link to it. Undefined where nothing is left.
 */
export function cleanHtml(document: Document): string | undefined {
  const lines: Line[] = [];
  let line: Line | undefined;
  const end = () => {
    if (line?.runs.some(({ text }) => text.trim())) lines.push(line);
    line = undefined;
  };
  const add = (text: string, state: State) => {
    line ??= { block: state.block, depth: state.depth, isOrdered: state.isOrdered, runs: [] };
    line.runs.push({ text, marks: state.marks, href: state.href });
  };
  const walk = (node: Node, state: State): void => {
    if (node.nodeType === 3) {
      add((node.textContent ?? '').replace(/[\s\u00A0]+/g, ' '), state);
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as HTMLElement;
    const { nodeName: name } = element;
    const style = element.getAttribute('style') ?? '';
    if (dropped.has(name) || /mso-list:\s*Ignore/i.test(style) || /display:\s*none/i.test(style)) return;
    if (name === 'BR') {
      end();
      return;
    }
    if (name === 'IMG') {
      const source = element.getAttribute('src') ?? '';
      if (/^https?:/i.test(source)) add(element.getAttribute('alt') || 'Picture', { ...state, href: source });
      return;
    }
    const next = within(element, style, state);
    const breaks = lineBreaking.test(name);
    if (breaks) end();
    if (name === 'PRE') add((element.textContent ?? '').trim(), { ...next, block: 'pre' });
    else for (const child of element.childNodes) walk(child, next);
    if (breaks) end();
    else if (/^T[DH]$/.test(name) && element.nextElementSibling) add(' | ', { ...next, marks: [] });
  };
  walk(document.body, { block: 'p', depth: 0, isOrdered: false, marks: [] });
  end();
  return lines.length > 0 ? htmlOf(lines) : undefined;
}

/** What an element says of the text in it. */
function within(element: HTMLElement, style: string, state: State): State {
  const { nodeName: name } = element;
  const next = { ...state, block: blocks[name] ?? state.block };
  if (name === 'UL' || name === 'OL') return { ...next, depth: state.depth + 1, isOrdered: name === 'OL' };
  // Word writes its lists as paragraphs that say how deep they are; what stood before the text says of which kind.
  const level = /mso-list:[^;]*\blevel(\d)/i.exec(style)?.[1];
  if (level) {
    const marker = element.querySelector('[style*="Ignore" i]')?.textContent?.trim() ?? '';
    return { ...next, depth: Number(level), isOrdered: /^[\da-z]{1,3}[.)]/i.test(marker) };
  }
  if (name === 'A') return { ...next, href: targetOf(element.getAttribute('href') ?? '') };
  const set = new Set(state.marks);
  const own = marks[name];
  // Google Docs puts all it copies into a “b” that is not bold.
  if (own && !(own === 'strong' && /font-weight:\s*(?:normal|[1-5]00)/i.test(style))) set.add(own);
  if (!blocks[name]?.startsWith('h')) {
    if (/font-weight:\s*(?:bold|[6-9]00)/i.test(style)) set.add('strong');
    if (/font-style:\s*italic/i.test(style)) set.add('em');
  }
  return { ...next, marks: [...set] };
}

/** Where a link leads, without the address of whoever counts those that follow it; undefined for what may stand in no page. */
export function targetOf(href: string): string | undefined {
  if (!URL.canParse(href)) return /^[/#]/.test(href) ? href : undefined;
  const url = new URL(href);
  const isCounted =
    (/(?:^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url') ||
    /\.safelinks\.protection\.outlook\.com$/.test(url.hostname) ||
    url.hostname === 'slack-redir.net';
  const inner = isCounted ? (url.searchParams.get('q') ?? url.searchParams.get('url')) : undefined;
  if (inner) return targetOf(inner);
  return /^(?:https?|mailto|tel):$/.test(url.protocol) ? href : undefined;
}

/**
 * Lists become lists again, and each other line its block. The editor joins the first and the last block with what is there
 * already, and takes it out of its list to do so; an empty paragraph is joined in its place.
 */
function htmlOf(lines: readonly Line[]): string {
  let html = '';
  const open: string[] = [];
  const closeTo = (depth: number) => {
    while (open.length > depth) html += `</li></${open.pop()}>`;
  };
  for (const line of lines) {
    closeTo(line.depth);
    const text = line.runs.map(runOf).join('').trim();
    if (line.depth > 0) {
      const kind = line.isOrdered ? 'ol' : 'ul';
      if (open.length === line.depth && open.at(-1) !== kind) closeTo(line.depth - 1);
      else if (open.length === line.depth) html += '</li><li>';
      while (open.length < line.depth) {
        html += `<${kind}><li>`;
        open.push(kind);
      }
      html += `<p>${text}</p>`;
    } else if (line.block === 'pre') html += `<pre><code>${text}</code></pre>`;
    else
      html +=
        line.block === 'blockquote'
          ? `<blockquote><p>${text}</p></blockquote>`
          : `<${line.block}>${text}</${line.block}>`;
  }
  closeTo(0);
  return `${html.startsWith('<p>') ? '' : '<p></p>'}${html}${html.endsWith('</p>') ? '' : '<p></p>'}`;
}

function runOf({ text, marks: names, href }: Run): string {
  const inner = names.reduce((html, name) => `<${name}>${html}</${name}>`, escaped(text));
  const marked = text.trim() ? inner : escaped(text);
  return href && text.trim() ? `<a href="${escaped(href)}">${marked}</a>` : marked;
}

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
