import { textAround } from '../form/steady-text';
import type { Pasted } from './pasted';

/**
 * Cleans what is pasted into a text before the CMS sees it, which takes the HTML of word processors as it is: nothing is
 * inserted where a link stands within a mark, and an error ends the editing. Where rich text has no notion of something, such
 * as a table, the text goes on as Markdown; what can't be cleaned is pasted as plain text.
 *
 * Decap 3.16.3. To try: without this, paste `<p><span>text <a href="https://example.org/">link</a></span></p>` into a text.
 */
export function cleanPastes(): void {
  document.addEventListener('paste', (event) => void clean(event), { capture: true });
  document.addEventListener('focusin', ({ target }) => void (editorOf(target) && cleaner().catch(() => {})));
}

const editorOf = (target: EventTarget | null) =>
  (target as Element | null)?.closest?.('[data-slate-editor="true"]') ?? undefined;

/** A script of its own, fetched when somebody goes into a text; see serve/files.ts. */
const cleaner = () => import(new URL('paste.js', document.baseURI).href) as Promise<typeof import('./pasted')>;

async function clean(event: ClipboardEvent): Promise<void> {
  const editor = editorOf(event.target);
  const clipboard = event.clipboardData?.getData('text/html') ?? '';
  // What was copied within the editor comes back as it was.
  if (!editor || !clipboard || clipboard.includes('data-slate-fragment')) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const plain = event.clipboardData?.getData('text/plain') ?? '';
  const pasted = await cleanOr(clipboard);
  const text = textAround(editor);
  if (!pasted) insert(editor, { 'text/plain': plain });
  else if (editor.closest('.cms-editor-raw')) insert(editor, { 'text/plain': pasted.markdown });
  else if (pasted.html !== undefined) insert(editor, { 'text/plain': plain, 'text/html': pasted.html });
  else if (text) insert(editor, { 'text/plain': text.placeFor(pasted.markdown) });
  else insert(editor, { 'text/plain': plain });
}

/** Undefined for what can't be cleaned, and where nothing is left of it. */
async function cleanOr(clipboard: string): Promise<Pasted | undefined> {
  try {
    return (await cleaner()).pastedOf(clipboard);
  } catch {
    return undefined;
  }
}

/** As the browser tells an editor of a paste. */
function insert(editor: Element, data: Record<string, string>): void {
  const dataTransfer = new DataTransfer();
  for (const [type, text] of Object.entries(data)) dataTransfer.setData(type, text);
  const how = { inputType: 'insertFromPaste', dataTransfer, bubbles: true, cancelable: true };
  editor.dispatchEvent(new InputEvent('beforeinput', how));
}
