import type { Frame } from '../site/plan';

export const SiteFooter = ({ lang, footer }: Frame) => (
  <footer className="site-footer" lang={lang} dir="ltr">
    <p>{footer.text}</p>
    <ul className="cluster">
      {footer.links.map(({ label, href }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  </footer>
);
