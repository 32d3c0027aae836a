import type { z } from 'zod';
import { differencesOf } from '../../content/merge/differences';
import type { History, Version } from '../repository/history';
import { askInDialog } from './dialog';
import { element } from './element';
import { labelAt, shownValue } from './shown-values';

/** The entry whose history is shown. */
interface Shown {
  title: string;
  file: string;
  format: 'md' | 'yml';
  schema: z.ZodType;
}

/** Shows who changed an entry when, and what it said before; gives the version that is to be brought back, with its text. */
export async function showHistory(
  history: History,
  shown: Shown,
): Promise<{ version: Version; text: string } | undefined> {
  const { title, file } = shown;
  const versions = await history.versions(file);
  const texts = new Map<string, Promise<string | undefined>>();
  const textOf = (commit: string) => {
    const known = texts.get(commit) ?? history.text(file, commit);
    texts.set(commit, known);
    return known;
  };
  const items = versions.map((version, index) =>
    itemOf(version, index, () =>
      Promise.all([versions[index + 1], version].map((one) => (one ? textOf(one.commit) : ''))).then(
        ([before, after]) => changesOf(before ?? '', after ?? '', shown),
      ),
    ),
  );
  const answer = await askInDialog({
    title: `History of “${title}”`,
    content:
      items.length === 0
        ? [element('p', {}, 'Nothing is known of it yet.')]
        : [element('ol', { className: 'editor-history-list' }, ...items)],
    actions: [{ label: 'Close', value: '' }],
  });
  const version = versions.find(({ commit }) => commit === answer);
  const text = version && (await textOf(version.commit));
  return version && text !== undefined ? { version, text } : undefined;
}

function itemOf({ commit, author, date, message }: Version, index: number, load: () => Promise<Node[]>): HTMLElement {
  const content = element('div', {}, 'Loading …');
  let isLoaded = false;
  const ontoggle = () => {
    if (isLoaded) return;
    isLoaded = true;
    load().then(
      (nodes) => content.replaceChildren(...nodes),
      (error: unknown) => content.replaceChildren(error instanceof Error ? error.message : String(error)),
    );
  };
  const when = new Date(date).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
  return element(
    'li',
    {},
    element(
      'details',
      { ontoggle },
      element('summary', {}, element('strong', {}, author), ` · ${when}`, element('br'), message),
      content,
      index > 0 && element('button', { value: commit }, 'Bring this version back'),
    ),
  );
}

/** What a change changed, for people. */
function changesOf(before: string, after: string, { format, schema }: Shown): Node[] {
  if (before === '') return [element('p', {}, 'The entry was added.')];
  if (after === '') return [element('p', {}, 'The entry was deleted.')];
  const changes = differencesOf(before, after, format);
  if (changes.length === 0)
    return [element('p', {}, 'Only the spelling of the file changed, and nothing that it says.')];
  return changes.map(({ path, before: was, after: is }) => {
    const [former, now] = [was, is].map((value) => shownValue(value, undefined));
    return element(
      'dl',
      {},
      element('dt', {}, labelAt(schema, path)),
      Boolean(former) && element('dd', {}, element('del', {}, former)),
      Boolean(now) && element('dd', {}, element('ins', {}, now)),
    );
  });
}
