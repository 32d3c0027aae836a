import type { BlogPostMain } from '../../site/pages/props';
import { fill } from '../../site/words';
import { Author, Byline } from '../components/author';
import { Block } from '../components/block';
import { Contents } from '../components/contents';
import { Cover } from '../components/cover';
import { LinkList } from '../components/link-list';
import { Neighbors } from '../components/neighbors';
import { PageHeader } from '../components/page-header';
import { PostState } from '../components/post-state';
import { PostTile } from '../components/post-tile';

export const BlogPost = ({ data, html, authors, categories, minutes, words, ...post }: BlogPostMain) => (
  <main id="Main" className="post" tabIndex={-1} lang={post.lang} dir={post.dir}>
    <article>
      <PageHeader title={data.title} lead={data.seo.description}>
        <p className="cluster quiet small">
          <time dateTime={data.date.iso}>{data.date.text}</time>
          {data.updated && (
            <span>
              {words.updated} <time dateTime={data.updated.iso}>{data.updated.text}</time>
            </span>
          )}
          <span>{fill(words.minutes, minutes).replaceAll(' ', '\u00A0')}</span>
          <span>
            <LinkList links={categories} />
          </span>
          <PostState state={post.state} words={words} />
        </p>
      </PageHeader>
      <Cover image={data.image} alt={data.imageAlt} cover={post.cover} early sizes="(min-width: 1440px) 1360px, 92vw" />
      <div className="sidebar">
        <div className="post-margin">
          {authors.map((author) => (
            <Byline key={author.href} {...author} />
          ))}
          <Contents contents={post.contents} words={words} />
        </div>
        <div>
          {/* The body went through the allow-list of markdown/sanitize.ts. */}
          <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
          {authors
            .filter(({ text }) => text)
            .map((author) => (
              <Author key={author.href} {...author} />
            ))}
        </div>
      </div>
    </article>
    <Neighbors older={post.older} newer={post.newer} words={words} />
    {post.related.length > 0 && (
      <Block title={words.related} anchor="Related">
        <div className="even">
          {post.related.map((other) => (
            <PostTile key={other.href} {...other} />
          ))}
        </div>
      </Block>
    )}
  </main>
);
