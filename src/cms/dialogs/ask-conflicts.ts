import type { z } from 'zod';
import type { Choice, Conflict } from '../../content/merge/conflict';
import { childOf } from '../../model/field';
import { askInDialog } from './dialog';
import { element } from './element';
import { labelAt, shownValue } from './shown-values';

/** The entry that is saved. */
interface Saved {
  /** What the editor calls it. */
  title: string;
  schema: z.ZodType | undefined;
  /** Who changed it meanwhile, and when: the end of a sentence. */
  by?: string | undefined;
}

/**
 * Shows what two people changed, each in a way of his own, and asks for each which is to stand; undefined where nothing is
 * to be saved.
 */
export async function askConflicts(
  conflicts: readonly Conflict[],
  { title, schema, by }: Saved,
): Promise<readonly Choice[] | undefined> {
  const isGone = conflicts.some(({ path, theirs }) => path.length === 0 && theirs === undefined);
  const who = by ? ` by ${by}` : '';
  const intro = isGone
    ? `“${title}” was deleted${who} while you wrote. Saving brings it back, as it is in your form.`
    : `“${title}” was changed${who} while you wrote. All that only one of you changed is kept. Choose what is to stand where both of you changed the same.`;
  const parts = isGone ? [] : conflicts.map((conflict, index) => partOf(conflict, index, schema));
  const answer = await askInDialog({
    title: isGone ? 'The entry was deleted' : 'Somebody else changed the same',
    content: [element('p', {}, intro), ...parts],
    actions: [
      { label: isGone ? 'Bring it back' : 'Save', value: 'save' },
      { label: 'Go back, and save nothing', value: '' },
    ],
  });
  if (answer !== 'save') return undefined;
  return isGone ? ['mine'] : parts.map((part) => chosenIn(part));
}

const chosenIn = (part: HTMLElement) =>
  (part.querySelector<HTMLInputElement>('input:checked')?.value ?? 'mine') as Choice;

function partOf({ path, isPart, base, mine, theirs }: Conflict, index: number, schema: z.ZodType | undefined) {
  const field = path.reduce<z.ZodType | undefined>((at, step) => at && childOf(at, step), schema);
  const choice = (value: Choice, label: string, text: unknown) => {
    const input = element('input', { type: 'radio', name: `conflict-${index}`, value, checked: value === 'mine' });
    const shown = shownValue(text, field);
    const said = shown ? element('blockquote', {}, shown) : element('em', {}, 'Taken away');
    return element('label', {}, input, element('strong', {}, label), said);
  };
  const former = shownValue(base, field);
  return element(
    'fieldset',
    {},
    element('legend', {}, labelAt(schema, path) || 'The entry'),
    choice('mine', 'Yours', mine),
    choice('theirs', 'As it was saved meanwhile', theirs),
    isPart &&
      element(
        'label',
        {},
        element('input', { type: 'radio', name: `conflict-${index}`, value: 'both' }),
        element('strong', {}, 'Both, yours after the other'),
      ),
    former !== '' &&
      element('details', {}, element('summary', {}, 'What it said before'), element('blockquote', {}, former)),
  );
}
