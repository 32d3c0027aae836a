import type { Mentions as MentionsData } from '../../site/pages/props';
import { Block } from './block';
import { Mark } from './mark';
import { PostTile } from './post-tile';

/** What something has to do with: each kind of thing under its title. */
export const Mentions = ({ related }: { related: MentionsData[] }) =>
  related.length > 0 ? (
    <div className="mentions">
      {related.map(({ anchor, title, posts = [], mentions = [] }) => (
        <Block key={anchor} title={title} anchor={anchor}>
          {posts.length > 0 && (
            <div className="grid">
              {posts.map((post) => (
                <PostTile key={post.href} {...post} />
              ))}
            </div>
          )}
          {mentions.length > 0 && (
            <ul className="plain grid">
              {mentions.map(({ label, href, date, text, mark }) => (
                <li key={href}>
                  {mark && <Mark {...mark} />}
                  <div>
                    <h3>
                      <a className="spread" href={href}>
                        {label}
                      </a>
                    </h3>
                    <p className="quiet small">
                      {date && <time dateTime={date.iso}>{date.text}</time>}
                      {date && text && ' · '}
                      {text}
                    </p>
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Block>
      ))}
    </div>
  ) : null;
