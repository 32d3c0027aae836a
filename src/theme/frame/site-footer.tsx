import type { Frame, WithWords } from '../../site/pages/props';
import { fill } from '../../site/words';
import { Logo } from '../components/logo';

/** The switch between light and dark needs a script, which shows it and names its state. */
export const SiteFooter = ({ lang, home, logo, footer, words }: Frame) => (
  <footer className="site-footer plain small" lang={lang} dir="ltr">
    {footer.groups.length > 0 && (
      <div className="grid">
        {footer.groups.map(({ title, links }) => (
          <section key={title} className="frame stack">
            <h2>{title}</h2>
            <Links links={links} />
          </section>
        ))}
      </div>
    )}
    <div className="cluster">
      {logo && (
        <a className="site-logo" href={home.href} aria-label={home.label}>
          <Logo logo={logo} />
        </a>
      )}
      <p>{footer.text}</p>
      <Links links={footer.links} />
      <ThemeSwitch words={words} />
    </div>
  </footer>
);

/** What it says in each state stands in an attribute of that name, for the script. */
const ThemeSwitch = ({ words }: WithWords) => (
  <button
    type="button"
    data-theme-switch
    data-system={fill(words.colors, words.colorsSystem)}
    data-light={fill(words.colors, words.colorsLight)}
    data-dark={fill(words.colors, words.colorsDark)}
    hidden
  >
    {fill(words.colors, words.colorsSystem)}
  </button>
);

const Links = ({ links }: { links: Frame['footer']['links'] }) => (
  <ul className="cluster">
    {links.map(({ label, href }) => (
      <li key={href + label}>
        <a href={href}>{label}</a>
      </li>
    ))}
  </ul>
);
