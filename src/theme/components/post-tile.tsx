import type { PostTile as Tile } from '../../site/pages/props';
import { Cover } from './cover';

/** A post among a few: its picture, its title, when and by whom. */
export const PostTile = ({ label, href, date, authors, image, imageAlt, cover, lang }: Tile) => (
  <article className="post-tile plain">
    <Cover image={image} alt={imageAlt} cover={cover} sizes="(min-width: 800px) 400px, 92vw" />
    <h3 lang={lang}>
      <a className="spread" href={href}>
        {label}
      </a>
    </h3>
    <p className="quiet small">
      <time dateTime={date.iso}>{date.text}</time>
      {authors.length > 0 && ` · ${authors.join(', ')}`}
    </p>
  </article>
);
