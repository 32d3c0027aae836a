import type { Link, Moment, Picture as PictureData } from '../../site/pages/props';
import { Entry } from '../../theme/components/entry';
import { Picture } from '../../theme/components/picture';

export interface PressCard extends Link {
  site: string;
  date: Moment;
  image?: PictureData;
}

export const PressList = ({ articles }: { articles: PressCard[] }) => (
  <div className="ruled">
    {articles.map(({ site, date, image, ...article }) => (
      <Entry
        key={article.href}
        {...article}
        text={image && <Picture image={image} />}
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
