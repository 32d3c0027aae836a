// The script that the development server puts into every page: it keeps the page as its files are, and shows what is
// wrong with them.
import morphdom from 'morphdom';
import type { News } from './server';

/** The attributes by which a page asks for a script; the server fills them in, since a browser needs nothing else of that. */
declare const scriptMarks: readonly string[];

const panel = document.createElement('site-news');
const shadow = panel.attachShadow({ mode: 'open' });
document.documentElement.append(panel);

let before = await ask();
const events = new EventSource('/__develop/events');
events.onmessage = async ({ data }) => {
  show(JSON.parse(data) as News);
  const next = await ask();
  if (next === before) return;
  const [from, to] = [before, next].map((html) => new DOMParser().parseFromString(html, 'text/html'));
  before = next;
  if (!from || !to || scriptsOf(from) !== scriptsOf(to)) location.reload();
  else for (const part of ['head', 'body'] as const) follow(document[part], from[part], to[part]);
  show(JSON.parse(data) as News);
};
events.onerror = () => show(undefined);

/** The page as the server has it now, without what this script has made of it. */
async function ask(): Promise<string> {
  const answer = await fetch(location.href, { cache: 'no-store' });
  return answer.text();
}

/** A script that has run can't be taken back. */
const scriptsOf = (page: Document) =>
  [...page.querySelectorAll('script:not([type="application/ld+json"])')]
    .map(({ textContent }) => textContent)
    .join('\n');

/**
 * Makes of an element of the page what the server makes of it now. What did not change on the server is not touched, so
 * that it stays as scripts and the reader have it: unfolded, filtered, scrolled.
 */
function follow(live: Element, from: Element, to: Element): void {
  if (from.isEqualNode(to)) return;
  const kids = [live, from, to].map(({ children }) => [...children]) as [Element[], Element[], Element[]];
  const isAlike =
    kids.every(({ length }) => length > 0 && length === kids[0].length) &&
    kids[0].every((kid, index) => kid.tagName === kids[1][index]?.tagName && kid.tagName === kids[2][index]?.tagName) &&
    textOf(from) === textOf(to);
  if (!isAlike) {
    if (scriptMarks.some((mark) => live.matches(`[${mark}]`) || live.querySelector(`[${mark}]`))) location.reload();
    morphdom(live, to.cloneNode(true), { onBeforeElUpdated: (old, now) => !old.isEqualNode(now) });
    return;
  }
  for (const name of new Set([...from.getAttributeNames(), ...to.getAttributeNames()])) {
    const value = to.getAttribute(name);
    if (value === from.getAttribute(name)) continue;
    if (value === null) live.removeAttribute(name);
    else live.setAttribute(name, value);
  }
  for (const [index, kid] of kids[0].entries()) follow(kid, kids[1][index] as Element, kids[2][index] as Element);
}

/** The text of an element itself, without that of the elements in it. */
const textOf = ({ childNodes }: Element) =>
  [...childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : '\0')).join('');

function show(news: News | undefined): void {
  const state = document.querySelector('[data-develop]')?.getAttribute('data-state');
  const problems = news?.problems ?? [];
  const errors = problems.filter(({ severity }) => severity === 'error');
  const box = document.createElement('div');
  box.innerHTML = `<style>
:host { all: initial }
div { position: fixed; inset: auto 0 0 auto; z-index: 2147483647; max-width: min(40rem, 100vw); font: 14px/1.4 system-ui, sans-serif; color: #fff }
p, summary { margin: 0; padding: .4rem .8rem; background: #333 } p.state { background: #7a4b00 } .error { background: #a3171f }
ul { margin: 0; padding: 0; max-height: 50vh; overflow: auto; list-style: none; background: #222 } li { padding: .4rem .8rem; border-top: 1px solid #444; overflow-wrap: anywhere }
code { display: block; color: #bbb; font: 12px/1.4 ui-monospace, monospace } summary { cursor: pointer }
</style>`;
  const add = (parent: Element, tag: string, text: string, name = '') => {
    const element = Object.assign(document.createElement(tag), { textContent: text, className: name });
    parent.append(element);
    return element;
  };
  if (!news) add(box, 'p', 'The server does not answer. Is it still running?', 'error');
  if (state) add(box, 'p', state, 'state');
  if (news?.fault) add(box, 'p', news.fault, 'error');
  if (problems.length > 0) {
    const details = document.createElement('details');
    const former = shadow.querySelector('details');
    // Who has folded it up has seen it; an error that is new has been seen by nobody.
    details.open = errors.length > 0 && !former?.querySelector('.error') ? true : (former?.open ?? false);
    const count = `${errors.length} errors, ${problems.length - errors.length} warnings`;
    add(details, 'summary', count, errors.length > 0 ? 'error' : '');
    const list = add(details, 'ul', '');
    for (const { file, line, column, message, advice } of [
      ...errors,
      ...problems.filter((item) => !errors.includes(item)),
    ]) {
      const item = add(list, 'li', `${message} → ${advice}`);
      add(item, 'code', `${file}:${line}:${column}`);
    }
    box.append(details);
  }
  shadow.replaceChildren(box);
}
