import type { JobCard as Card } from '../site/props';
import { Entry, type Level } from './entry';

export const JobCard = ({ organization, place, until, description, ...job }: Card & { level?: Level }) => (
  <Entry
    {...job}
    text={description}
    meta={
      <>
        <span>{organization}</span>
        <span>{place}</span>
        <span>
          Open until <time dateTime={until.iso}>{until.text}</time>
        </span>
      </>
    }
  />
);
