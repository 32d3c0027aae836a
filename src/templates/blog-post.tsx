import { graphql } from 'gatsby';
import { LinkList } from '../components/link-list';
import { page } from '../components/page';
import { PostState } from '../components/post-state';
import type { BlogPostMain } from '../site/plan';

export const BlogPost = (post: BlogPostMain) => (
  <main id="Main" tabIndex={-1} className="post" lang={post.lang} dir={post.dir}>
    <article className="stack">
      <header className="stack">
        <p className="post-meta">
          {post.categories.map(({ label, href }) => (
            <a key={href} href={href}>
              {label}
            </a>
          ))}
          <PostState state={post.state} />
        </p>
        <h1>{post.data.title}</h1>
        <p className="post-byline">
          <LinkList links={post.authors} /> · <time dateTime={post.date.iso}>{post.date.text}</time>
          {post.updated && (
            <>
              {' '}
              · Updated <time dateTime={post.updated.iso}>{post.updated.text}</time>
            </>
          )}{' '}
          · {`${post.minutes}\u00A0min\u00A0read`}
        </p>
        {post.image && <img {...post.image} alt={post.image.alt} decoding="async" />}
      </header>
      {/* The body went through the allow-list of markdown/sanitize.ts. */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: post.html }} />
    </article>
    {(post.newer || post.older) && (
      <nav className="neighbors" aria-label="Other posts">
        {post.newer && (
          <a href={post.newer.href} rel="next">
            <span>Newer</span> {post.newer.label}
          </a>
        )}
        {post.older && (
          <a href={post.older.href} rel="prev">
            <span>Older</span> {post.older.label}
          </a>
        )}
      </nav>
    )}
  </main>
);

export default page(BlogPost);
export const query = graphql`query ($id: String!) { page(id: { eq: $id }) { props } }`;
