import type { BlockProps } from '../../site/pages/props';
import { Block } from '../components/block';
import { EventCard } from '../components/event-card';

export const Events = ({ anchor, title, events }: BlockProps<'events'>) => (
  <Block anchor={anchor} title={title}>
    <div className="ruled">
      {events.map((event) => (
        <EventCard key={event.href} {...event} level={title ? 3 : 2} />
      ))}
    </div>
  </Block>
);
