import type { SiteState } from '../repository/site-state';
import { askInDialog, tellBeside } from './dialog';
import { element } from './element';

/** A button that says how the site stands: when it was published, what is not on it yet, and what keeps it from being so. */
export function addStateButton(stateOf: () => Promise<SiteState>): void {
  const onclick = () => {
    button.disabled = true;
    stateOf()
      .then((state) =>
        askInDialog({ title: 'The site', content: contentOf(state), actions: [{ label: 'Close', value: '' }] }),
      )
      .catch((error: unknown) => tellBeside('state', error instanceof Error ? error.message : String(error)))
      .finally(() => {
        button.disabled = false;
      });
  };
  const button = element('button', { type: 'button', className: 'editor-state', onclick }, 'Is all published?');
  document.body.append(button);
}

function contentOf({ published, since, stoppers, waiting }: SiteState): Node[] {
  const moment = (date: string) => new Date(date).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' });
  const list = (items: readonly string[]) => element('ul', {}, ...items.map((item) => element('li', {}, item)));
  const section = (title: string, ...children: Node[]) => element('section', {}, element('h3', {}, title), ...children);
  return [
    published
      ? element('p', {}, `Readers see the site as it was published on ${moment(published)}.`)
      : element('p', {}, 'Readers see what was published last.'),
    ...(stoppers.length > 0
      ? [
          section(
            stoppers.length === 1
              ? 'One fault keeps the site from being published'
              : `${stoppers.length} faults keep the site from being published`,
            list(
              stoppers.map(({ title, sentence, by }) => `${title}${by ? `, last changed by ${by}` : ''}: ${sentence}`),
            ),
          ),
        ]
      : [element('p', {}, 'Nothing in the content keeps the site from being published.')]),
    ...(since && since.length > 0
      ? [
          section(
            'Not on the site yet',
            list(since.map(({ author, date, message }) => `${author}, ${moment(date)}: ${message}`)),
          ),
        ]
      : []),
    ...(waiting.length > 0
      ? [section('Waiting for their dates', list(waiting.map(({ title, date }) => `${title}: ${moment(date)}`)))]
      : []),
  ];
}
