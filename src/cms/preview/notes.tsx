import type { Problem } from '../../content/problem';
import { decode } from '../../site/addresses/address';
import type { Head } from '../../site/pages/props';
import { cutText } from '../form/lengths';
import type { Standing } from './standing';

/** What stands above the page in the preview. */
export interface NotesProps {
  problems: readonly Problem[];
  /** Who can read it, when and where. */
  standing?: Standing | undefined;
  /** What the editor should know of the address. */
  warnings: readonly string[];
  /** Of the entry's own page; lists and settings have none. */
  head?: Head;
  handbook: string;
}

/** For the person who writes: what is wrong, where the page will be, how it looks elsewhere. */
export const Notes = ({ problems, standing, warnings, head, handbook }: NotesProps) => (
  <aside className="editor-notes" lang="en" dir="ltr">
    {standing && (
      <p className="editor-standing" data-live={standing.isLive}>
        <strong>{standing.state}:</strong> <Linked {...standing} />
      </p>
    )}
    <p className="editor-summary">
      <strong>{countOf([...problems, ...warnings.map(() => ({ severity: 'warning' as const }))])}</strong>
    </p>
    {problems.length > 0 && (
      <ul>
        {problems.map(({ severity, message, advice, inForm, line, column }) => (
          <li key={`${line}:${column} ${message}`} data-severity={severity}>
            {message} <span>→ {inForm ?? advice}</span>
          </li>
        ))}
      </ul>
    )}
    {warnings.map((text) => (
      <p key={text} data-severity="warning">
        {text}
      </p>
    ))}
    {head && standing?.url && (
      <details>
        <summary>In search results, and where it is shared</summary>
        <Elsewhere head={head} url={standing.url} />
      </details>
    )}
    <p>
      <a href={handbook} target="_blank" rel="noreferrer">
        Handbook for editors
      </a>
    </p>
  </aside>
);

/** The sentence, its address a link where readers find the page. */
function Linked({ text, url, isLive }: Standing) {
  const at = url && isLive ? text.indexOf(url) : -1;
  if (at < 0 || !url) return text;
  return (
    <>
      {text.slice(0, at)}
      <a href={url}>{url}</a>
      {text.slice(at + url.length)}
    </>
  );
}

function countOf(problems: readonly Pick<Problem, 'severity'>[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const count = (n: number, what: string) => (n === 0 ? [] : [`${n} ${n === 1 ? 'thing' : 'things'} to ${what}`]);
  return [...count(errors, 'fix'), ...count(warnings, 'look at')].join(', ') || 'All is well';
}

/** How search results and social media show the page. */
function Elsewhere({ head, url }: { head: Head; url: string }) {
  const meta = (name: string) => head.meta.find((tag) => tag['name'] === name || tag['property'] === name)?.['content'];
  const description = meta('description') ?? '';
  const { hostname, pathname } = new URL(url);
  const image = meta('og:image');
  return (
    <div className="editor-elsewhere">
      <figure className="editor-search">
        <figcaption>In search results</figcaption>
        <p className="editor-site">
          {hostname} › {decode(pathname).split('/').filter(Boolean).join(' › ')}
        </p>
        <p className="editor-title">{cutText(head.title, 'title')}</p>
        <p>{cutText(description, 'description')}</p>
        {meta('robots') === 'noindex' && <p data-severity="warning">Search engines are asked to leave the page out.</p>}
      </figure>
      <figure className="editor-card">
        <figcaption>Where it is shared</figcaption>
        {image && <img src={new URL(image).pathname} alt="" />}
        <p className="editor-site">{hostname}</p>
        <p className="editor-title">{meta('og:title')}</p>
        <p>{description}</p>
      </figure>
    </div>
  );
}
