import { renderToStaticMarkup } from 'react-dom/server';
import { renderMarkdown } from '../../markdown/render';
import { iconOf } from '../../site/pictures/brand-pictures';
import type { Site } from '../../site/site';
import { Kinds, Rules, Sections } from './handbook-parts';

/** What the handbook has beside its text. */
export interface HandbookParts {
  site: Pick<Site, 'collections' | 'settings' | 'brand' | 'words' | 'base'>;
  /** What holds the repository; undefined where nobody has said. */
  backend?: string | undefined;
  /** The size in pixels of every picture, by the name of its file. */
  pictures: ReadonlyMap<string, { width: number; height: number }>;
  styles: string;
}

/**
 * The editors’ handbook as a page that needs nothing but its pictures beside it. `source` is Markdown that begins with
 * its title; in place of `<!-- fields -->` and the like stands what the declarations say. Throws on a comment that is
 * none of those.
 */
export function handbookPage(source: string, { site, backend, pictures, styles }: HandbookParts): string {
  const [, title = '', text = ''] = /^# (.+)\n([\s\S]*)$/.exec(source) ?? [];
  const parts: Record<string, () => string> = {
    login: () => logins[backend ?? ''] ?? '',
    fields: () => renderToStaticMarkup(<Kinds collections={site.collections} />),
    sections: () => renderToStaticMarkup(<Sections collections={site.collections} />),
    rules: () => renderToStaticMarkup(<Rules />),
  };
  const body = text.replaceAll('/blog/', site.settings.blog.address).replace(/^<!-- (.+) -->$/gm, (_, name: string) => {
    const part = parts[name];
    if (!part) throw new Error(`The handbook has no part “${name}”`);
    return part();
  });
  const { html } = renderMarkdown(body, {
    link: (href) => ({ href: href.replace(/^\//, site.base.path), external: false }),
    picture(path) {
      const src = path.replace(/^handbook\//, '');
      const { width, height } = pictures.get(src) ?? {};
      return { src, ...(width && height ? { width, height } : {}) };
    },
    headingLinks: true,
    words: site.words,
  });
  const headings = [...html.matchAll(/<h2 id="([^"]+)">(.*?)<\/h2>/g)];
  return `<!doctype html>\n${renderToStaticMarkup(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title}: ${site.settings.title}`}</title>
        <link rel="icon" href={site.base.href(iconOf(site.brand))} />
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body className="handbook">
        <a className="skip-link" href="#text">
          Skip to the text
        </a>
        <header>
          <p>{site.settings.title}</p>
          <a href="../">Open the editor</a>
        </header>
        <main>
          <h1>{title}</h1>
          <nav aria-label="Contents">
            <ol>
              {headings.map(([, id, heading]) => (
                <li key={id}>
                  <a href={`#${id}`} dangerouslySetInnerHTML={{ __html: heading ?? '' }} />
                </li>
              ))}
            </ol>
          </nav>
          <article id="text" className="prose" dangerouslySetInnerHTML={{ __html: html }} />
        </main>
      </body>
    </html>,
  )}\n`;
}

const logins: Record<string, string> = {
  github: 'Choose “Login with GitHub”, and sign in with the account that has access to this site’s repository.',
  gitlab: 'Choose “Login with GitLab”, and sign in with the account that has access to this site’s repository.',
  gitea: 'Choose “Login with Gitea”, and sign in with the account that has access to this site’s repository.',
  forgejo: 'Choose “Login with Forgejo”, and sign in with the account that has access to this site’s repository.',
  'git-gateway': 'Write the e-mail address that was invited, and your password, and choose “Login”.',
  proxy: 'Choose “Login”. The editor runs on this computer, and needs no account.',
};
