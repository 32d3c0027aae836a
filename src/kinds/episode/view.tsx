import type { Link, Moment, WithWords } from '../../site/pages/props';
import type { Timeline as Data } from '../../site/pages/timeline';
import { Entry, type Level } from '../../theme/components/entry';
import { Timeline } from '../../theme/components/timeline';

export interface EpisodeCard extends Link {
  date: Moment;
  description: string;
}

const Episode = ({ date, description, ...episode }: EpisodeCard & { level?: Level }) => (
  <Entry {...episode} text={description} meta={<time dateTime={date.iso}>{date.text}</time>} />
);

export const Episodes = (episodes: Data<EpisodeCard> & WithWords) => <Timeline {...episodes} Card={Episode} />;
