import type { Part } from '../../site/kind/parts';
import type { KindBlockProps, Link, Moment } from '../../site/pages/props';
import { Block } from '../../theme/components/block';
import { Entry, type Level } from '../../theme/components/entry';
import { Parts } from '../../theme/components/parts';
import type { eventsBlock } from './declaration';

export interface EventCard extends Link {
  kind: string;
  start: Moment;
  end?: Moment;
  /** The days or hours in words: June 13–15, 2026. */
  when: string;
  place?: string;
  description?: string;
}

const Event = ({ label, href, kind, start, when, place, description, level }: EventCard & { level?: Level }) => (
  <Entry
    label={label}
    href={href}
    level={level}
    text={description}
    meta={
      <>
        <time dateTime={start.iso}>{when}</time>
        {place && <span>{place}</span>}
        <span>{kind}</span>
      </>
    }
  />
);

export const Events = ({ parts }: { parts: Part<EventCard>[] }) => <Parts parts={parts} Card={Event} />;

export const EventsBlock = ({ anchor, title, events }: KindBlockProps<typeof eventsBlock, { events: EventCard[] }>) => (
  <Block anchor={anchor} title={title}>
    <div className="ruled">
      {events.map((event) => (
        <Event key={event.href} {...event} level={title ? 3 : 2} />
      ))}
    </div>
  </Block>
);
