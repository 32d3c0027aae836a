import { cleanHtml } from './clean';

/**
 * Cleans what is pasted into a text before the CMS sees it, which takes the HTML of word processors as it is: nothing is
 * inserted where a link stands within a mark, and an error ends the editing. What can't be cleaned is pasted as plain text;
 * a table of which rich text has no notion too, a line for each of its rows.
 *
 * Decap 3.16.3. To try: without this, paste `<p><span>text <a href="https://example.org/">link</a></span></p>` into a text.
 */
export function cleanPastes(): void {
  document.addEventListener(
    'paste',
    (event) => {
      const editor = (event.target as Element | null)?.closest?.('[data-slate-editor="true"]');
      const html = event.clipboardData?.getData('text/html') ?? '';
      // What was copied within the editor comes back as it was.
      if (!editor || !html || html.includes('data-slate-fragment')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const given = new DataTransfer();
      given.setData('text/plain', event.clipboardData?.getData('text/plain') ?? '');
      const clean = editor.closest('.cms-editor-raw') ? undefined : cleanOr(html);
      if (clean) given.setData('text/html', clean);
      insert(editor, given);
    },
    { capture: true },
  );
}

/** The cleaned HTML; undefined where it can't be cleaned, and what is plain must do. */
function cleanOr(html: string): string | undefined {
  try {
    return cleanHtml(new DOMParser().parseFromString(html, 'text/html'));
  } catch {
    return undefined;
  }
}

/** As the browser tells an editor of a paste. */
const insert = (editor: Element, dataTransfer: DataTransfer) =>
  editor.dispatchEvent(
    new InputEvent('beforeinput', { inputType: 'insertFromPaste', dataTransfer, bubbles: true, cancelable: true }),
  );
