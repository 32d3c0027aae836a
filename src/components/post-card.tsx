import type { PostCard as Card } from '../site/plan';
import { PostState } from './post-state';

/** A post in a list. `level` is the level of its heading below the list's own. */
export const PostCard = ({
  label,
  href,
  date,
  description,
  categories,
  lang,
  state,
  level = 2,
}: Card & { level?: 2 | 3 }) => {
  const Heading = `h${level}` as const;
  return (
    <article className="post-card stack">
      <p className="post-meta">
        <time dateTime={date.iso}>{date.text}</time>
        {categories.map((category) => (
          <a key={category.href} href={category.href}>
            {category.label}
          </a>
        ))}
        <PostState state={state} />
      </p>
      <Heading lang={lang}>
        <a href={href}>{label}</a>
      </Heading>
      <p lang={lang}>{description}</p>
    </article>
  );
};
