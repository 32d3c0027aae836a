import { graphql } from 'gatsby';
import { page } from '../components/page';
import { PostCard } from '../components/post-card';
import type { HomeMain } from '../site/plan';

export const Home = ({ title, text, posts, blog }: HomeMain) => (
  <main id="Main" tabIndex={-1} className="stack-large">
    <header className="hero stack">
      <h1>{title}</h1>
      <p className="lead">{text}</p>
    </header>
    <section className="stack-large" aria-labelledby="newest">
      <h2 id="newest">From the blog</h2>
      {posts.map((post) => (
        <PostCard key={post.href} {...post} level={3} />
      ))}
      <p>
        <a href={blog.href}>All posts</a>
      </p>
    </section>
  </main>
);

export default page(Home);
export const query = graphql`query ($id: String!) { page(id: { eq: $id }) { props } }`;
