import type { Part } from '../../site/kind/parts';
import type { Link, Moment } from '../../site/pages/props';
import { Entry, type Level } from '../../theme/components/entry';
import { Parts } from '../../theme/components/parts';

export interface EpisodeCard extends Link {
  date: Moment;
  description: string;
}

const Episode = ({ date, description, ...episode }: EpisodeCard & { level?: Level }) => (
  <Entry {...episode} text={description} meta={<time dateTime={date.iso}>{date.text}</time>} />
);

export const Episodes = ({ parts }: { parts: Part<EpisodeCard>[] }) => <Parts parts={parts} Card={Episode} />;
