import * as z from 'zod';
import { withoutEmpty } from '../../content/entry';
import { sentenceOf } from '../../content/problem';
import { adviceFor } from '../../model/advice';
import type { Collection } from '../../model/collection';
import { explain } from '../../model/explain';
import { infoOf } from '../../model/field';
import type { Control, ControlProps } from '../decap';
import { schemaAt } from './fields';
import { lengthOf } from './lengths';
import { momentText } from './moments';
import { problemsAt, watchProblems } from './problems';
import { lostInRichText } from './rich-text';

/** What a field's own rules say of its value, in the words of the check; nothing of a value that is missing. */
export function fieldProblems(collections: readonly Collection[], model: string, value: unknown): string[] {
  const schema = schemaAt(collections, model);
  const plain = withoutEmpty(plainOf(value));
  if (!schema || plain === undefined || plain === null || plain === '') return [];
  // An item of a list goes by the list's name.
  const name = model.split('.').findLast((step) => step !== '*') as string;
  const within = z.object({ [name]: schema });
  const data = { [name]: plain };
  const { error } = within.safeParse(data);
  return error
    ? explain(error, within, data).map(({ message, advice }) => `${message} → ${adviceFor('form', advice)}`)
    : [];
}

/** What is reported below a control: a sentence, and how grave it is. */
export interface Note {
  text: string;
  severity: 'error' | 'warning' | 'hint';
}

/** What an editor should know of a value while writing it. */
export function notesOn(collections: readonly Collection[], model: string, value: unknown): Note[] {
  const { cut, kind } = infoOf(schemaAt(collections, model)) ?? {};
  const own = fieldProblems(collections, model, value).map((text): Note => ({ text, severity: 'error' }));
  // Of a field that is missing the CMS tells when one wants to publish, and the notes above the preview all the time.
  const found = problemsAt(model)
    .filter(({ rule }) => rule !== 'missing-field')
    .map((problem): Note => ({ text: sentenceOf(problem, 'form'), severity: problem.severity }));
  const all = [...own, ...found.filter(({ text }) => !own.some((other) => other.text === text))];
  const sentence =
    kind === 'date' || (kind === 'dayOrMoment' && /T/.test(String(value)))
      ? momentText(value)
      : cut && typeof value === 'string' && value !== ''
        ? lengthOf(value, cut)
        : undefined;
  // How much is too much, the check says.
  return sentence ? [...all, { text: sentence, severity: 'hint' }] : all;
}

/** Puts our notes below a control of the CMS, and our rules behind it. */
export function withNotes(collections: readonly Collection[], Inner: unknown): unknown {
  const { h, createClass } = window;
  return createClass({
    componentDidMount(this: Wrapper) {
      this.stop = watchProblems(() => this.forceUpdate());
      const { inner } = this;
      if (!inner) return;
      // Decap 3.16.3 asks the control it mounted for these (to try: without the loop, an empty field that must be there should
      // still keep from publishing, and a list inside a list be told of its faults); those that hold other controls have some of their own.
      for (const name of ['validate', 'focus', 'getValidateValue', 'shouldComponentUpdate'] as const) {
        if (inner[name]) Object.assign(this, { [name]: (inner[name] as (argument: never) => unknown).bind(inner) });
      }
      measurePicture(this);
    },
    componentDidUpdate(this: Wrapper) {
      measurePicture(this);
    },
    componentWillUnmount(this: Wrapper) {
      this.stop?.();
    },
    isValid(this: Wrapper) {
      const answer = this.inner?.isValid?.() ?? true;
      if (answer === false || (typeof answer === 'object' && answer.error)) return answer;
      const { field, value, parentIds } = this.props;
      // The sentence stands below the control already.
      return fieldProblems(collections, String(field.get('model')), value).length > 0
        ? { error: { type: 'CUSTOM', parentIds, message: '' } }
        : true;
    },
    render(this: Wrapper) {
      const { props } = this;
      const model = String(props.field.get('model') ?? '');
      this.lost ??= modeOf(props);
      const { lost } = this;
      const field = lost.sentence ? props.field.set('modes', { toArray: () => ['raw'] }) : props.field;
      const notes: Note[] = [
        ...(lost.sentence ? [{ text: lost.sentence, severity: 'hint' as const }] : []),
        ...(this.picture ? [this.picture] : []),
        ...notesOn(collections, model, props.value),
      ];
      return h(
        'div',
        null,
        h(Inner, {
          ...props,
          field,
          getAsset: (path: string, of?: unknown) => assetOf(props.getAsset, path, of),
          ref: (inner: Control | null) => Object.assign(this, { inner }),
        }),
        notes.length > 0 &&
          h(
            'ul',
            { className: 'editor-field-notes', 'aria-live': 'polite' },
            ...notes.map(({ text, severity }) => h('li', { key: text, 'data-severity': severity }, text)),
          ),
      );
    },
  });
}

interface Wrapper {
  props: ControlProps;
  inner?: Control | null;
  lost?: { sentence?: string };
  picture?: Note | undefined;
  measured?: unknown;
  stop?(): void;
  forceUpdate(): void;
}

/** Whether a text can be shown as rich text, decided once, when it is opened. */
function modeOf({ field, value }: ControlProps): { sentence?: string } {
  if (field.get('widget') !== 'markdown' || typeof value !== 'string') return {};
  const lost = lostInRichText(value);
  return lost
    ? { sentence: `The text is shown as Markdown: it holds ${lost}, which the rich text editor would change.` }
    : {};
}

/** The largest picture that is taken without a word, in bytes. */
const heavy = 500_000;

/** Names a picture that is too large, as soon as it is chosen and before it is published. */
async function measurePicture(control: Wrapper): Promise<void> {
  const { field, value, getAsset } = control.props;
  if (field.get('widget') !== 'image' || control.measured === value) return;
  control.measured = value;
  control.picture = undefined;
  const address = typeof value === 'string' ? pictureOf(getAsset, value, field) : '';
  if (!address.startsWith('blob:')) return;
  const size = await fetch(address).then(
    async (answer) => (await answer.blob()).size,
    () => 0,
  );
  if (size <= heavy || control.measured !== value) return;
  const megabytes = (size / 1_000_000).toFixed(1);
  control.picture = {
    severity: 'warning',
    text: `The picture has ${megabytes} MB. Readers on a phone wait for it: make it 1600 pixels wide at most, and save it as JPEG or WebP.`,
  };
  control.forceUpdate();
}

/**
 * A picture as the CMS has it, published or not. It takes a path that begins with a slash for an address on some server,
 * and so would not look among what was just added.
 *
 * Decap 3.16.3. To try: hand the path on as it is, and choose a new picture: the preview should show it before it is saved.
 */
const assetOf = (getAsset: ControlProps['getAsset'], path: unknown, field?: unknown) =>
  getAsset(typeof path === 'string' ? path.replace(/^\/(?!\/)/, '') : path, field);

/** Where a browser finds it. */
export const pictureOf = (getAsset: ControlProps['getAsset'], path: string, field?: unknown): string =>
  String(assetOf(getAsset, path, field));

/** A value of the CMS without its Immutable.js. */
export const plainOf = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && 'toJS' in value ? (value as { toJS(): unknown }).toJS() : value;
