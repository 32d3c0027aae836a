import { graphql } from 'gatsby';
import { page } from '../components/page';
import { PostCard } from '../components/post-card';
import type { PostListMain } from '../site/plan';

/** The blog, a category or an author: an introduction, a page of posts, and the way to the others. */
export const PostList = (list: PostListMain) => (
  <main id="Main" tabIndex={-1} className="stack-large">
    <header className="stack">
      <h1>{list.title}</h1>
      {list.organization && <p className="quiet">{list.organization}</p>}
      {list.html ? <div dangerouslySetInnerHTML={{ __html: list.html }} /> : <p className="lead">{list.description}</p>}
      {(list.feed || list.archive) && (
        <p className="quiet">
          {list.archive && <a href={list.archive.href}>{list.archive.label}</a>}
          {list.feed && <a href={list.feed.href}>{list.feed.label}</a>}
        </p>
      )}
    </header>
    {list.posts.length === 0 && <p>There are no posts here yet.</p>}
    {list.posts.map((post) => (
      <PostCard key={post.href} {...post} />
    ))}
    {list.total > 1 && (
      <nav className="pagination" aria-label="Pages">
        {list.newer && (
          <a href={list.newer.href} rel="prev">
            {list.newer.label}
          </a>
        )}
        <span>
          Page {list.number} of {list.total}
        </span>
        {list.older && (
          <a href={list.older.href} rel="next">
            {list.older.label}
          </a>
        )}
      </nav>
    )}
  </main>
);

export default page(PostList);
export const query = graphql`query ($id: String!) { page(id: { eq: $id }) { props } }`;
