import type { Frame } from '../../site/pages/props';
import { Logo } from '../components/logo';
import { SearchOpener } from './search-opener';

type Item = Frame['navigation'][number];

/** The upper case of `#Main` is on purpose: the ids of headings are all lower case, and one may say “Main”. */
export const SiteHeader = ({ lang, home, logo, navigation, announcement, search, words }: Frame) => (
  <>
    <a className="skip-link" href="#Main" lang={lang} dir="ltr">
      {words.skipToContent}
    </a>
    {announcement && (
      <aside className="announcement small" aria-label={words.announcement} lang={lang} dir="ltr">
        <p>
          {announcement.text} {announcement.link && <a href={announcement.link.href}>{announcement.link.label}</a>}
        </p>
      </aside>
    )}
    <header className="site-header" lang={lang} dir="ltr">
      {logo ? (
        <a className="site-name" href={home.href}>
          <Logo logo={logo} name={home.label} />
          {!logo.hasName && home.label}
        </a>
      ) : (
        <a className="site-name corner" href={home.href}>
          {home.label}
        </a>
      )}
      <nav aria-label={words.mainNavigation}>
        <details className="menu" data-menu>
          <summary className="pointed">{words.menu}</summary>
          <ul>
            {navigation.map((item) => (
              <li key={item.href + item.label}>{item.links?.length ? <Group {...item} /> : <ItemLink {...item} />}</li>
            ))}
          </ul>
        </details>
      </nav>
      <SearchOpener search={search} words={words} />
    </header>
  </>
);

const ItemLink = ({ label, href, current }: Item) => (
  <a href={href} aria-current={current}>
    {label}
  </a>
);

/** Opening one closes the others: they share a name. */
const Group = ({ label, links = [] }: Item) => (
  <details name="navigation">
    <summary className="pointed" data-current={links.some(({ current }) => current) || undefined}>
      {label}
    </summary>
    <ul>
      {links.map((link) => (
        <li key={link.href}>
          <ItemLink {...link} />
        </li>
      ))}
    </ul>
  </details>
);
