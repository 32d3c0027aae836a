import type { Frame } from '../site/props';

/** The switch between light and dark needs a script, which shows it and names its state. */
export const SiteFooter = ({ lang, footer }: Frame) => (
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
      <p>{footer.text}</p>
      <Links links={footer.links} />
      <button type="button" data-theme-switch hidden>
        Colors: system
      </button>
    </div>
  </footer>
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
