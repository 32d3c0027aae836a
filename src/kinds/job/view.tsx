import type { Link, Moment, WithWords } from '../../site/pages/props';
import { Entry } from '../../theme/components/entry';
import type { Word } from './declaration';

export interface JobCard extends Link {
  organization: string;
  place: string;
  type?: string;
  until?: Moment;
  description?: string;
}

export const JobList = ({ jobs, words }: { jobs: JobCard[] } & WithWords<Word>) => (
  <div className="ruled">
    {jobs.map(({ organization, place, type, until, description, ...job }) => (
      <Entry
        key={job.href}
        {...job}
        text={description}
        meta={
          <>
            <span>{organization}</span>
            <span>{place}</span>
            {type && <span>{type}</span>}
            {until && (
              <span>
                {words.openUntil} <time dateTime={until.iso}>{until.text}</time>
              </span>
            )}
          </>
        }
      />
    ))}
  </div>
);
