import type { PostListMain } from '../../site/pages/props';
import { fill } from '../../site/words';
import { PageHeader } from '../components/page-header';
import { PostCard } from '../components/post-card';

/** The blog, a category or an author: an introduction, a page of posts, and the way to the others. */
export const PostList = ({ words, ...list }: PostListMain) => (
  <main id="Main" tabIndex={-1}>
    <PageHeader title={list.title} lead={list.html ? undefined : list.description}>
      {list.organization && <p className="quiet">{list.organization}</p>}
      {list.html && <div className="prose" dangerouslySetInnerHTML={{ __html: list.html }} />}
      {(list.feed || list.archive) && (
        <p className="cluster">
          {list.archive && <a href={list.archive.href}>{list.archive.label}</a>}
          {list.feed && <a href={list.feed.href}>{list.feed.label}</a>}
        </p>
      )}
    </PageHeader>
    {list.posts.length === 0 && <p>{words.noPosts}</p>}
    <div className="ruled">
      {list.posts.map((post) => (
        <PostCard key={post.href} {...post} words={words} />
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
