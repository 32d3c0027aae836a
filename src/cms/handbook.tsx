import { renderToStaticMarkup } from 'react-dom/server';
import { type CollectionName, collections } from '../collections';
import { renderMarkdown } from '../markdown/render';
import type { Collection } from '../model/collection';
import { chapters } from '../rules';
import type { Site } from '../site/resolve';
import { type CmsField, fieldsOf } from './fields';

const all = Object.values<Collection>(collections);

/** What the handbook has beside its text. */
export interface HandbookParts {
  site: Pick<Site, 'settings' | 'words' | 'base'>;
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
    fields: () => renderToStaticMarkup(<Kinds />),
    sections: () => renderToStaticMarkup(<Sections />),
    rules: () => renderToStaticMarkup(<Rules />),
  };
  const body = text.replace(/^<!-- (.+) -->$/gm, (_, name: string) => {
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
        <link rel="icon" href="data:," />
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
  'git-gateway': 'Write the e-mail address that was invited, and your password, and choose “Login”.',
  proxy: 'Choose “Login”. The editor runs on this computer, and needs no account.',
};

/** Every kind of content, and the form it is written in. */
const Kinds = () =>
  all.map((collection) => (
    <section key={collection.name}>
      <h3>{collection.plural}</h3>
      <p>{collection.description}</p>
      {/* Its fields are the rules, which have a chapter of their own. */}
      {collection.name !== ('checks' satisfies CollectionName) && (
        <details>
          <summary>The fields of {collection.plural.toLowerCase()}</summary>
          <Fields fields={fieldsOf(collection)} />
        </details>
      )}
    </section>
  ));

/** Every kind of section that a page may be built of. */
const Sections = () =>
  all
    .flatMap(fieldsOf)
    .flatMap(({ types = [] }) => types)
    .map(({ name, label, hint, fields = [] }) => (
      <details key={name}>
        <summary>{label}</summary>
        {hint && <p>{hint}</p>}
        <Fields fields={fields} />
      </details>
    ));

/** The fields of a form, and those within them. */
const Fields = ({ fields }: { fields: readonly CmsField[] }) => (
  <dl>
    {fields
      .filter(({ widget }) => widget !== 'hidden')
      .map(({ name, label, hint, required, fields: own, field: item, label_singular: one }) => {
        const within = own ?? (item && item.label !== label ? [item] : []);
        return (
          <div key={name}>
            <dt>
              {label} {required && <small>required</small>}
            </dt>
            <dd>
              {hint && <Words text={hint} />}
              {own && one && <p>For each {one}:</p>}
              {within.length > 0 && <Fields fields={within} />}
            </dd>
          </div>
        );
      })}
  </dl>
);

/** What the checks look for, and what to do. */
const Rules = () =>
  Object.entries(chapters).map(([chapter, rules]) => (
    <section key={chapter}>
      <h3>{chapter}</h3>
      <dl>
        {Object.entries(rules).map(([name, { severity, what, mend }]) => (
          <div key={name}>
            <dt>
              <Words text={what} /> <small>{severity}</small>
            </dt>
            <dd>
              <Words text={mend} /> <code>{name}</code>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ));

/** A sentence in which signs between backticks are to be written as they stand. */
const Words = ({ text }: { text: string }) =>
  text.split('`').map((part, index) => (index % 2 ? <code key={part}>{part}</code> : part));
