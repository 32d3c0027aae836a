import type { Link } from '../site/props';

/** The posts before and after one. */
export const Neighbors = ({ newer, older }: { newer?: Link | undefined; older?: Link | undefined }) =>
  newer || older ? (
    <nav className="neighbors plain grid" aria-label="Other posts">
      {newer && (
        <a className="frame" href={newer.href} rel="next">
          <span className="quiet small">Newer</span> {newer.label}
        </a>
      )}
      {older && (
        <a className="frame" href={older.href} rel="prev">
          <span className="quiet small">Older</span> {older.label}
        </a>
      )}
    </nav>
  ) : null;
