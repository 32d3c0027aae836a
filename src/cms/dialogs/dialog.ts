import { element } from './element';

/** What a dialog asks. */
export interface Question {
  title: string;
  content: readonly Node[];
  /** What one may do, the best first. `value` is what is answered. */
  actions: readonly { label: string; value: string; isGrave?: boolean }[];
}

/** Asks in a dialog that takes the keyboard; undefined where it was left with Escape. Others wait until it is answered. */
export function askInDialog(question: Question): Promise<string | undefined> {
  const answer = last.then(() => show(question));
  last = answer.catch(() => undefined);
  return answer;
}

let last: Promise<unknown> = Promise.resolve();

function show({ title, content, actions }: Question): Promise<string | undefined> {
  const heading = element('h2', { id: 'editor-dialog-title' }, title);
  const buttons = actions.map(({ label, value, isGrave }) =>
    element('button', { value, className: isGrave ? 'editor-grave' : '' }, label),
  );
  const form = element(
    'form',
    { method: 'dialog' },
    heading,
    element('div', { className: 'editor-dialog-content' }, ...content),
    element('p', { className: 'editor-dialog-actions' }, ...buttons),
  );
  const dialog = element('dialog', { className: 'editor-dialog' }, form);
  dialog.setAttribute('aria-labelledby', heading.id);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      resolve(dialog.returnValue || undefined);
      dialog.remove();
    });
  });
}

/** Says something beside the form that stays until it is read; what was said before under the same key goes. */
export function tellBeside(key: string, text: string, action?: { label: string; act(): void }): void {
  const before = document.querySelector(`.editor-told[data-key="${CSS.escape(key)}"]`);
  const told = element('div', { className: 'editor-told', role: 'status' }, element('p', {}, text));
  told.dataset['key'] = key;
  if (action) {
    const act = () => {
      told.remove();
      action.act();
    };
    told.append(element('button', { type: 'button', onclick: act }, action.label));
  }
  const close = element('button', { type: 'button', onclick: () => told.remove() }, '×');
  close.setAttribute('aria-label', 'Close');
  told.append(close);
  if (before) before.replaceWith(told);
  else listOfTold().append(told);
}

/** One below the other, over all that the CMS shows. */
function listOfTold(): HTMLElement {
  const found = document.querySelector<HTMLElement>('.editor-told-list');
  if (found) return found;
  const list = element('div', { className: 'editor-told-list' });
  document.body.append(list);
  return list;
}
