import type { BlogPostMain } from '../../site/pages/props';
import { fill } from '../../site/words';
import { LinkList } from '../components/link-list';
import { Neighbors } from '../components/neighbors';
import { PageHeader } from '../components/page-header';
import { Picture } from '../components/picture';
import { PostState } from '../components/post-state';

export const BlogPost = ({ data, html, authors, categories, minutes, words, ...post }: BlogPostMain) => (
  <main id="Main" tabIndex={-1} lang={post.lang} dir={post.dir}>
    <article>
      <PageHeader title={data.title} />
      <div className="sidebar">
        <div className="quiet small">
          <p>
            <LinkList links={authors} />
          </p>
          <p>
            <time dateTime={data.date.iso}>{data.date.text}</time>
          </p>
          {data.updated && (
            <p>
              {words.updated} <time dateTime={data.updated.iso}>{data.updated.text}</time>
            </p>
          )}
          <p>{fill(words.minutes, minutes).replaceAll(' ', '\u00A0')}</p>
          <p>
            <LinkList links={categories} />
          </p>
          <PostState state={post.state} words={words} />
        </div>
        <div className="stack">
          {data.image && (
            <Picture image={data.image} alt={data.imageAlt} early sizes="(min-width: 1020px) 62vw, 92vw" />
          )}
          {/* The body went through the allow-list of markdown/sanitize.ts. */}
          <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
        </div>
      </div>
    </article>
    <Neighbors older={post.older} newer={post.newer} words={words} />
  </main>
);
