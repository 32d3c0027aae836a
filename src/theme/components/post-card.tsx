import type { PostCard as Card, WithWords } from '../../site/pages/props';
import { fill } from '../../site/words';
import { Cover } from './cover';
import { Entry, type Level } from './entry';
import { PostState } from './post-state';

interface PostCardProps extends Card, WithWords {
  level?: Level;
  /** It opens its list: its picture is large. */
  first?: boolean;
}

export const PostCard = ({ first, words, ...card }: PostCardProps) => {
  const { date, description, categories, authors, minutes, image, imageAlt, cover, state, ...post } = card;
  const sizes = first ? '(min-width: 1020px) 55vw, 92vw' : '180px';
  return (
    <div className={first ? 'post-row first-post' : 'post-row'}>
      <Cover image={image} alt={imageAlt} cover={cover} early={first ?? false} sizes={sizes} />
      <Entry
        {...post}
        text={description}
        meta={
          <>
            <time dateTime={date.iso}>{date.text}</time>
            {authors.length > 0 && <span>{authors.join(', ')}</span>}
            {minutes !== undefined && <span>{fill(words.minutes, minutes).replaceAll(' ', '\u00A0')}</span>}
            {categories.map(({ label, href }) => (
              <a key={href} href={href}>
                {label}
              </a>
            ))}
            <PostState state={state} words={words} />
          </>
        }
      />
    </div>
  );
};
