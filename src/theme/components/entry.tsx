import type { ReactNode } from 'react';
import type { Link } from '../../site/pages/props';

/** The level of an entry’s heading: one below that of the list. */
export type Level = 2 | 3;

interface EntryProps extends Link {
  /** When, where and what kind, in the margin. */
  meta: ReactNode;
  text?: ReactNode;
  lang?: string | undefined;
  level?: Level | undefined;
}

/** Anything that is listed by date: its title, and beside it when it was or will be. */
export const Entry = ({ label, href, meta, text, lang, level = 2 }: EntryProps) => {
  const Heading = `h${level}` as const;
  return (
    <article className="entry">
      <Heading className="plain" lang={lang}>
        <a href={href}>{label}</a>
      </Heading>
      <p className="entry-meta quiet small">{meta}</p>
      {text && <p lang={lang}>{text}</p>}
    </article>
  );
};
