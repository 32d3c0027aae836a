import type { Link, Moment } from '../../site/pages/props';
import { Entry } from '../../theme/components/entry';

export interface PressCard extends Link {
  site: string;
  date: Moment;
}

export const PressList = ({ articles }: { articles: PressCard[] }) => (
  <div className="ruled">
    {articles.map(({ site, date, ...article }) => (
      <Entry
        key={article.href}
        {...article}
        meta={
          <>
            <time dateTime={date.iso}>{date.text}</time>
            <span>{site}</span>
          </>
        }
      />
    ))}
  </div>
);
