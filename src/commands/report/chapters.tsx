import type { Health } from './health';
import { Chapter, count, Day, Entries, Entry, Fine, Weights } from './parts';

/** What is written and not yet shown to everyone. */
export const Waiting = ({ waiting: { drafts, dated, hidden } }: Pick<Health, 'waiting'>) => (
  <Chapter
    name="waiting"
    title="What waits to be published"
    lead="Drafts wait for you, posts dated ahead for their day, and hidden pages are shown only to those who know their address."
  >
    {drafts.length + dated.length + hidden.length === 0 && <Fine>Everything that is written is published.</Fine>}
    {drafts.length > 0 && <h3>Drafts</h3>}
    <Entries places={drafts} />
    {dated.length > 0 && <h3>Dated ahead</h3>}
    <ul className="entries">
      {dated.map((place) => (
        <li key={place.file}>
          <Day date={place.date} />: <Entry place={place} />
        </li>
      ))}
    </ul>
    {hidden.length > 0 && <h3>Hidden</h3>}
    <Entries places={hidden} />
  </Chapter>
);

/** Pages that no other leads to. */
export const Orphans = ({ orphans }: Pick<Health, 'orphans'>) => (
  <Chapter
    name="orphans"
    title="Pages that nobody finds"
    lead="No other page, list or menu leads to these. Link to them from a page about the same matter, or hide or delete them."
  >
    {orphans.length === 0 && <Fine>Every page can be found from another.</Fine>}
    <Entries places={orphans.map(({ place, address }) => ({ ...place, file: address }))} />
  </Chapter>
);

/** The heaviest pages. */
export const Pages = ({ pages }: Pick<Health, 'pages'>) => (
  <Chapter
    name="pages"
    title="The heaviest pages"
    lead="What a reader’s phone loads before the page can be read, without pictures. A page of more than 50 kB is worth a look: long tables and embedded pictures weigh most."
  >
    {pages === undefined && <p>The site has not been built here, and so its pages could not be weighed.</p>}
    {pages && <Weights what="Page" rows={pages.map(({ address, bytes }) => ({ name: address, bytes }))} />}
  </Chapter>
);

/** The heaviest pictures. */
export const Pictures = ({ pictures }: Pick<Health, 'pictures'>) => (
  <Chapter
    name="pictures"
    title="The heaviest pictures"
    lead="A picture of more than 300 kB makes readers on the road wait. Save it again smaller, under the same name."
  >
    {pictures.length === 0 && <Fine>There are no pictures.</Fine>}
    {pictures.length > 0 && (
      <Weights
        what="Picture"
        rows={pictures.map(({ path, bytes, usedBy }) => ({ name: path, bytes, more: <Users places={usedBy} /> }))}
      />
    )}
  </Chapter>
);

const Users = ({ places }: { places: Health['pictures'][number]['usedBy'] }) => (
  <span className="users">
    {places.length === 0 && 'on no page'}
    {places.length > 3 && `on ${count(places.length, 'page')}`}
    {places.length <= 3 &&
      places.map(({ file, title, form }, index) => (
        <span key={file}>
          {index === 0 ? 'on ' : ', '}
          {form ? <a href={form}>{title}</a> : title}
        </span>
      ))}
  </span>
);

/** Old addresses, and whether they still lead somewhere. */
export const Addresses = ({ redirects, lost }: Pick<Health, 'redirects' | 'lost'>) => (
  <Chapter
    name="addresses"
    title="Old addresses"
    lead="Others link to your pages and keep them in their bookmarks. An address that was published once should lead somewhere for ever."
  >
    {lost.length === 0 && <Fine>No address is lost.</Fine>}
    {lost.length > 0 && <h3>Lost</h3>}
    <ul className="entries">
      {lost.map(({ message, advice, line }) => (
        <li key={line}>
          {message}. <span className="advice">{`${advice.charAt(0).toUpperCase()}${advice.slice(1)}.`}</span>
        </li>
      ))}
    </ul>
    {redirects.length > 0 && (
      <>
        <h3>Redirected</h3>
        <table>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">To</th>
            </tr>
          </thead>
          <tbody>
            {redirects.map(({ from, to, status }) => (
              <tr key={from}>
                <th scope="row">{from}</th>
                <td>
                  {to}
                  {status === 302 && <span className="quiet"> for now</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </>
    )}
  </Chapter>
);
