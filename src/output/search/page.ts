import { ask, type Engine, type Found, loadEngine, type Result } from './ask';
import { joinSigns } from './split';

// What the page that searches does, once a reader has come to it.

/** Of how many parts the index is; filled in where this is bundled. */
declare const SEARCH_PARTS: number;

const atOnce = 10;
const one = <Kind extends Element>(selector: string) => document.querySelector<Kind>(selector) as Kind;
const main = one<HTMLElement>('[data-search]');
const form = one<HTMLFormElement>('.search');
const field = one<HTMLInputElement>('#q');
const filters = form.querySelector('details');
const status = one<HTMLElement>('.search-status');
const lists = one<HTMLElement>('.search-lists');
const results = one<HTMLElement>('.search-results');
const more = one<HTMLButtonElement>('.search-more');
const folder = new URL('.', new URL(main.dataset['search'] ?? '', location.href)).pathname;
const isFramed = window.parent !== window;

let engine: Promise<Engine> | undefined;
/** Counts the searches, so that one that has been overtaken shows nothing. */
let latest = 0;
let rest: Result[] = [];

const filled = (sentence = '', words: string, count = 0) =>
  sentence.replace('%s', () => words).replace('%n', () => count.toLocaleString(document.documentElement.lang));

function say(text: string): void {
  status.textContent = text;
}

async function search(): Promise<void> {
  const turn = ++latest;
  const data = new FormData(form);
  const words = String(data.get('q') ?? '').trim();
  const chosen = [...data].filter(([name, value]) => name !== 'q' && value !== '');
  lists.hidden = true;
  if (words === '' && chosen.length === 0) {
    rest = [];
    results.replaceChildren();
    results.hidden = more.hidden = true;
    say('');
    return;
  }
  const wait = setTimeout(() => turn === latest && say(status.dataset['wait'] ?? ''), 300);
  try {
    engine ??= loadEngine(folder, SEARCH_PARTS);
    const all = await ask(await engine, words, Object.fromEntries(chosen) as Record<string, string>);
    if (turn !== latest) return;
    rest = all;
    results.replaceChildren();
    await show(turn);
    const label = words || chosen.map(([, value]) => value).join(', ');
    if (turn === latest)
      say(filled(all.length > 0 ? status.dataset['found'] : status.dataset['nothing'], label, all.length));
    lists.hidden = all.length > 0;
  } catch {
    engine = undefined;
    if (turn !== latest) return;
    say(status.dataset['failed'] ?? '');
    lists.hidden = false;
  } finally {
    clearTimeout(wait);
  }
}

/** Shows some more of what was found; the first of them is given back. */
async function show(turn: number): Promise<HTMLElement | undefined> {
  const next = await Promise.all(rest.slice(0, atOnce).map((result) => result.data()));
  if (turn !== latest) return undefined;
  rest = rest.slice(atOnce);
  const items = next.map(itemOf);
  results.append(...items);
  results.hidden = results.children.length === 0;
  more.hidden = rest.length === 0;
  return items[0];
}

function itemOf({ url, excerpt, meta }: Found): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.textContent = plain(joinSigns(meta['title'] ?? url));
  if (isFramed) link.target = '_parent';
  const about = document.createElement('p');
  about.className = 'quiet small';
  about.textContent = [meta['kind'], meta['date']].filter(Boolean).join(' · ');
  const text = document.createElement('p');
  // Each second part is what was marked.
  for (const [index, part] of joinSigns(excerpt)
    .split(/<\/?mark>/)
    .entries()) {
    const words = plain(part);
    if (index % 2 === 0) text.append(words);
    else text.append(Object.assign(document.createElement('mark'), { textContent: words }));
  }
  if (meta['lang'] && meta['lang'] !== document.documentElement.lang) link.lang = text.lang = meta['lang'];
  item.append(link, about, text);
  return item;
}

const plain = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

/** The address says what is searched for, so that it can be kept, sent and come back to. */
function remember(): void {
  const said = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== '') as [string, string][]);
  history.replaceState(null, '', `${location.pathname}${said.size > 0 ? `?${said}` : ''}`);
}

function readAddress(): void {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const control = form.elements.namedItem(name);
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = value;
    if (control instanceof HTMLSelectElement && filters) filters.open = true;
  }
}

let pause: ReturnType<typeof setTimeout> | undefined;
form.addEventListener('input', () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    remember();
    void search();
  }, 150);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(pause);
  remember();
  void search();
});
more.addEventListener('click', async () => {
  const first = await show(latest);
  first?.querySelector('a')?.focus();
});
// From the field the results are an arrow away, and so is the way back.
document.addEventListener('keydown', (event) => {
  if (isFramed && event.key === 'Escape') {
    // It would empty the field.
    event.preventDefault();
    window.parent.postMessage('close-search', location.origin);
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || (event.target as Element).matches('select')) return;
  const stops: HTMLElement[] = [field, ...results.querySelectorAll('a')];
  const here = stops.indexOf(document.activeElement as HTMLElement);
  const next = here === -1 ? undefined : stops[here + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
});

window.addEventListener('message', ({ data, origin }) => {
  if (origin !== location.origin || data !== 'focus-search') return;
  field.focus();
  field.select();
});

// It is there when the first words are.
engine = loadEngine(folder, SEARCH_PARTS);
engine.catch(() => {
  engine = undefined;
});

readAddress();
say('');
form.hidden = false;
lists.hidden = true;
// Where it only stands in another page, the reader is elsewhere.
if (location.hash !== '#within') field.focus();
void search();
