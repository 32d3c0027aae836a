import type { EpisodeCard as Card } from '../../site/pages/props';
import { Entry, type Level } from './entry';

export const EpisodeCard = ({ date, description, ...episode }: Card & { level?: Level }) => (
  <Entry {...episode} text={description} meta={<time dateTime={date.iso}>{date.text}</time>} />
);
