import type { ArchiveMain } from '../../site/pages/props';
import { Entry } from '../components/entry';
import { PageHeader } from '../components/page-header';

/** All posts by year: the years, and the titles of one of them. */
export const Archive = ({ title, years, posts, words }: ArchiveMain) => (
  <main id="Main" tabIndex={-1}>
    <PageHeader title={title}>
      <nav aria-label={words.years}>
        <ul className="cluster">
          {years.map(({ label, href, count, current }) => (
            <li key={href}>
              <a href={href} aria-current={current ? 'page' : undefined}>
                {label}
              </a>{' '}
              <span className="quiet">{count}</span>
            </li>
          ))}
        </ul>
      </nav>
    </PageHeader>
    {!years.some(({ current }) => current) && posts.length > 0 && <h2>{words.newestPosts}</h2>}
    <div className="ruled">
      {posts.map(({ label, href, date, lang }) => (
        <Entry
          key={href}
          label={label}
          href={href}
          lang={lang}
          level={years.some(({ current }) => current) ? 2 : 3}
          meta={<time dateTime={date.iso}>{date.text}</time>}
        />
      ))}
    </div>
  </main>
);
