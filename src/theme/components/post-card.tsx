import type { PostCard as Card, WithWords } from '../../site/pages/props';
import { Entry, type Level } from './entry';
import { PostState } from './post-state';

export const PostCard = ({
  date,
  description,
  categories,
  state,
  words,
  ...post
}: Card & WithWords & { level?: Level }) => (
  <Entry
    {...post}
    text={description}
    meta={
      <>
        <time dateTime={date.iso}>{date.text}</time>
        {categories.map(({ label, href }) => (
          <a key={href} href={href}>
            {label}
          </a>
        ))}
        <PostState state={state} words={words} />
      </>
    }
  />
);
