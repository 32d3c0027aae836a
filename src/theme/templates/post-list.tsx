import type { PostListMain } from '../../site/pages/props';
import { fill } from '../../site/words';
import { LinkList } from '../components/link-list';
import { Mark } from '../components/mark';
import { PageHeader } from '../components/page-header';
import { PostCard } from '../components/post-card';

/** The blog, a category or an author: an introduction, a page of posts, and the way to the others. */
export const PostList = ({ words, ...list }: PostListMain) => (
  <main id="Main" tabIndex={-1}>
    <PageHeader title={list.title} lead={list.html ? undefined : list.description}>
      {list.author && <Mark image={list.author.image} initials={list.author.initials} />}
      {list.organization && <p className="quiet">{list.organization}</p>}
      {list.html && <div className="prose" dangerouslySetInnerHTML={{ __html: list.html }} />}
      {list.author && list.author.links.length > 0 && (
        <p>
          <LinkList links={list.author.links} />
        </p>
      )}
      {list.categories && list.categories.length > 1 && (
        <nav aria-label={words.categories}>
          <ul className="cluster plain small">
            {list.categories.map(({ label, href }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {(list.feed || list.archive) && (
        <p className="cluster">
          {list.archive && <a href={list.archive.href}>{list.archive.label}</a>}
          {list.feed && <a href={list.feed.href}>{list.feed.label}</a>}
        </p>
      )}
    </PageHeader>
    {list.posts.length === 0 && <p>{words.noPosts}</p>}
    <div className="ruled">
      {list.posts.map((post, index) => (
        <PostCard key={post.href} {...post} words={words} first={index === 0 && list.number === 1} />
      ))}
    </div>
    {list.total > 1 && (
      <nav className="pagination cluster" aria-label={words.pages}>
        {list.newer && (
          <a href={list.newer.href} rel="prev">
            {list.newer.label}
          </a>
        )}
        <span className="quiet">{fill(words.pageOf, { n: list.number, m: list.total })}</span>
        {list.older && (
          <a href={list.older.href} rel="next">
            {list.older.label}
          </a>
        )}
      </nav>
    )}
  </main>
);
