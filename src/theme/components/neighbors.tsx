import type { Link, WithWords } from '../../site/pages/props';

interface NeighborsProps extends WithWords {
  newer: Link | undefined;
  older: Link | undefined;
}

/** The posts before and after one. */
export const Neighbors = ({ newer, older, words }: NeighborsProps) =>
  newer || older ? (
    <nav className="neighbors plain grid" aria-label={words.otherPosts}>
      {newer && (
        <a className="frame" href={newer.href} rel="next">
          <span className="quiet small">{words.newer}</span> {newer.label}
        </a>
      )}
      {older && (
        <a className="frame" href={older.href} rel="prev">
          <span className="quiet small">{words.older}</span> {older.label}
        </a>
      )}
    </nav>
  ) : null;
