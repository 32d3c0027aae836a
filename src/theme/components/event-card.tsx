import type { EventCard as Card } from '../../site/pages/props';
import { Entry, type Level } from './entry';

export const EventCard = ({ label, href, kind, start, when, place, description, level }: Card & { level?: Level }) => (
  <Entry
    label={label}
    href={href}
    level={level}
    text={description}
    meta={
      <>
        <time dateTime={start.iso}>{when}</time>
        <span>{place}</span>
        <span>{kind}</span>
      </>
    }
  />
);
