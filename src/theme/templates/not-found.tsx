import type { NotFoundMain } from '../../site/pages/props';
import { Block } from '../components/block';
import { LinkList } from '../components/link-list';
import { PageHeader } from '../components/page-header';
import { PostTile } from '../components/post-tile';
import { SearchHere } from '../components/search-here';

export const NotFound = ({ links, search, sections, posts, words }: NotFoundMain) => (
  <main id="Main" tabIndex={-1}>
    <PageHeader title={words.pageNotFound} lead={words.pageNotFoundText}>
      <p>
        {words.pageNotFoundTry} <LinkList links={links} />.
      </p>
    </PageHeader>
    <SearchHere search={search} title={words.search} />
    {sections.length > 0 && (
      <Block title={words.sections} anchor="Sections">
        <ul className="cluster">
          {sections.map(({ label, href }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </Block>
    )}
    {posts.length > 0 && (
      <Block title={words.newestPosts} anchor="Newest">
        <div className="even">
          {posts.map((post) => (
            <PostTile key={post.href} {...post} />
          ))}
        </div>
      </Block>
    )}
  </main>
);
