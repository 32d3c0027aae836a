import { Fragment, type ReactNode } from 'react';
import type { Place } from './health';

/** A chapter of the report: what it is about, a sentence that explains it, and what was found. */
export function Chapter({
  name,
  title,
  lead,
  children,
}: {
  name: string;
  title: string;
  lead: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={name}>
      <h2 id={name}>{title}</h2>
      <p className="lead">{lead}</p>
      {children}
    </section>
  );
}

/** What a chapter says that has nothing to tell. */
export const Fine = ({ children }: { children: ReactNode }) => <p className="fine">{children}</p>;

/** An entry, with the way to its form on the admin page. */
export const Entry = ({ place: { file, title, form } }: { place: Place }) => (
  <>
    {form ? <a href={form}>{title}</a> : title}
    {title !== file && <span className="file">{file}</span>}
  </>
);

/** A list of entries. */
export const Entries = ({ places }: { places: readonly Place[] }) => (
  <ul className="entries">
    {places.map((place) => (
      <li key={place.file}>
        <Entry place={place} />
      </li>
    ))}
  </ul>
);

/** What something weighs, in bytes. */
export interface Weight {
  name: string;
  bytes: number;
  more?: ReactNode;
}

/** Things and their weights, the heaviest first, with a bar for each. */
export const Weights = ({ what, rows }: { what: string; rows: readonly Weight[] }) => (
  <table className="weights">
    <thead>
      <tr>
        <th scope="col">{what}</th>
        <th scope="col">Weight</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(({ name, bytes, more }) => (
        <tr key={name}>
          <th scope="row">
            {name}
            {more}
          </th>
          <td>
            {weight(bytes)}
            <span className="bar" style={{ inlineSize: `${Math.ceil((bytes / (rows[0]?.bytes ?? bytes)) * 100)}%` }} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** A sentence in which `code` stands between backticks. */
export const Sentence = ({ text }: { text: string }) => (
  <>
    {text.split('`').map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places
      <Fragment key={index}>{index % 2 === 1 ? <code>{part}</code> : part}</Fragment>
    ))}
  </>
);

/** A day in words. */
export const Day = ({ date }: { date: string }) => <time dateTime={date}>{days.format(new Date(date))}</time>;
const days = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });

/** Bytes in words: “85 kB”. */
const weight = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

/** “1 post”, “12 posts”. */
export const count = (number: number, one: string, many = `${one}s`) =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
