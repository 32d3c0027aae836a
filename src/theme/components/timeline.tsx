import type { ReactElement } from 'react';
import type { Link, WithWords } from '../../site/pages/props';
import type { Timeline as Data } from '../../site/pages/timeline';
import type { Level } from './entry';
import { Part } from './part';

interface TimelineProps<Card extends Link> extends Data<Card>, WithWords {
  Card: (props: Card & { level?: Level }) => ReactElement;
}

/** What is to come, and what is over. */
export const Timeline = <Props extends Link>({ upcoming, past, words, Card }: TimelineProps<Props>) => (
  <>
    <Part title={words.upcoming} anchor="upcoming">
      {upcoming.map((entry) => (
        <Card key={entry.href} {...entry} level={3} />
      ))}
    </Part>
    <Part title={words.past} anchor="past">
      {past.map((entry) => (
        <Card key={entry.href} {...entry} level={3} />
      ))}
    </Part>
  </>
);
