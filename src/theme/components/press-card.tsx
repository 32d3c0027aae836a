import type { PressCard as Card } from '../../site/pages/props';
import { Entry, type Level } from './entry';

export const PressCard = ({ site, date, ...article }: Card & { level?: Level }) => (
  <Entry
    {...article}
    meta={
      <>
        <time dateTime={date.iso}>{date.text}</time>
        <span>{site}</span>
      </>
    }
  />
);
