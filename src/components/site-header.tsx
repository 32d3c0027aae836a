import type { Frame } from '../site/plan';

/** The upper case of `#Main` is on purpose: the ids of headings are all lower case, and one may say “Main”. */
export const SiteHeader = ({ lang, home, navigation }: Frame) => (
  <>
    <a className="skip-link" href="#Main" lang={lang} dir="ltr">
      Skip to content
    </a>
    <header className="site-header" lang={lang} dir="ltr">
      <a className="site-name" href={home.href}>
        {home.label}
      </a>
      <nav aria-label="Main">
        <ul className="cluster">
          {navigation.map(({ label, href, current }) => (
            <li key={href}>
              <a href={href} aria-current={current}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  </>
);
