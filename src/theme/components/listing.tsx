import type { ReactElement } from 'react';
import type { Link, Listing, WithWords } from '../../site/pages/props';
import { Block } from './block';
import type { Level } from './entry';
import { EpisodeCard } from './episode-card';
import { EventCard } from './event-card';
import { JobCard } from './job-card';
import { MemberDirectory } from './member-directory';
import { PersonCard } from './person-card';
import { PressCard } from './press-card';
import { ProjectCard } from './project-card';

/** The entries of a listing, each kind in its own way. */
export function ListingOf({ words, ...listing }: Listing & WithWords): ReactElement {
  switch (listing.kind) {
    case 'members':
      return <MemberDirectory {...listing} words={words} />;
    case 'people':
      return <div className="grid">{all(listing.people, PersonCard)}</div>;
    case 'projects':
      return (
        <>
          {listing.groups.map(({ title, anchor, projects }) => (
            <Part key={anchor} title={title} anchor={anchor} layout="grid" entries={all(projects, ProjectCard, 3)} />
          ))}
        </>
      );
    case 'events':
      return (
        <>
          <Part title={words.upcoming} anchor="upcoming" entries={all(listing.upcoming, EventCard, 3)} />
          <Part title={words.past} anchor="past" entries={all(listing.past, EventCard, 3)} />
        </>
      );
    case 'episodes':
      return (
        <>
          <Part title={words.upcoming} anchor="upcoming" entries={all(listing.upcoming, EpisodeCard, 3)} />
          <Part title={words.past} anchor="past" entries={all(listing.past, EpisodeCard, 3)} />
        </>
      );
    case 'jobs':
      return (
        <div className="ruled">
          {all(
            listing.jobs.map((job) => ({ ...job, words })),
            JobCard,
          )}
        </div>
      );
    case 'press':
      return <div className="ruled">{all(listing.articles, PressCard)}</div>;
  }
}

const all = <Entry extends Link>(
  entries: Entry[],
  Card: (props: Entry & { level?: Level }) => ReactElement,
  level?: Level,
) => entries.map((entry) => <Card key={entry.href} {...entry} {...(level && { level })} />);

interface PartProps {
  title: string;
  /** Links lead to it whatever the title says. */
  anchor: string;
  entries: ReactElement[];
  layout?: 'ruled' | 'grid';
}

const Part = ({ title, anchor, entries, layout = 'ruled' }: PartProps) =>
  entries.length > 0 ? (
    <Block title={title} anchor={anchor}>
      <div className={layout}>{entries}</div>
    </Block>
  ) : null;
