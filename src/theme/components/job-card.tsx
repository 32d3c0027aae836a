import type { JobCard as Card, WithWords } from '../../site/pages/props';
import { Entry, type Level } from './entry';

export const JobCard = ({
  organization,
  place,
  until,
  description,
  words,
  ...job
}: Card & WithWords & { level?: Level }) => (
  <Entry
    {...job}
    text={description}
    meta={
      <>
        <span>{organization}</span>
        <span>{place}</span>
        <span>
          {words.openUntil} <time dateTime={until.iso}>{until.text}</time>
        </span>
      </>
    }
  />
);
