import type { ReactElement } from 'react';
import type { Link, Listing } from '../site/props';
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
export function ListingOf(listing: Listing): ReactElement {
  switch (listing.kind) {
    case 'members':
      return <MemberDirectory {...listing} />;
    case 'people':
      return <div className="grid">{all(listing.people, PersonCard)}</div>;
    case 'projects':
      return (
        <>
          {listing.groups.map(({ title, projects }) => (
            <Part key={title} title={title} layout="grid" entries={all(projects, ProjectCard, 3)} />
          ))}
        </>
      );
    case 'events':
      return (
        <>
          <Part title="Upcoming" entries={all(listing.upcoming, EventCard, 3)} />
          <Part title="Past" entries={all(listing.past, EventCard, 3)} />
        </>
      );
    case 'episodes':
      return (
        <>
          <Part title="Upcoming" entries={all(listing.upcoming, EpisodeCard, 3)} />
          <Part title="Past" entries={all(listing.past, EpisodeCard, 3)} />
        </>
      );
    case 'jobs':
      return <div className="ruled">{all(listing.jobs, JobCard)}</div>;
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
  entries: ReactElement[];
  layout?: 'ruled' | 'grid';
}

const Part = ({ title, entries, layout = 'ruled' }: PartProps) =>
  entries.length > 0 ? (
    <Block title={title} anchor={title.toLowerCase().replace(/\W+/g, '-')}>
      <div className={layout}>{entries}</div>
    </Block>
  ) : null;
