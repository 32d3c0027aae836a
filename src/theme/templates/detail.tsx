import type { DetailMain } from '../../site/pages/props';
import { Buttons } from '../components/buttons';
import { Embed } from '../components/embed';
import { Facts } from '../components/facts';
import { Mark } from '../components/mark';
import { Mentions } from '../components/mentions';
import { PageHeader } from '../components/page-header';

export const Detail = ({ title, lead, list, note, mark, facts, links, buttons, embed, html, ...rest }: DetailMain) => (
  <main id="Main" tabIndex={-1}>
    <PageHeader title={title} lead={lead} list={list}>
      {note && (
        <p>
          <strong>{note.text}</strong> {note.link && <a href={note.link.href}>{note.link.label}</a>}
        </p>
      )}
    </PageHeader>
    <div className={html || embed || mark ? 'sidebar' : 'facts-alone stack'}>
      <div className="stack">
        {mark && (mark.image || mark.initials) && <Mark {...mark} />}
        <Facts facts={facts} links={links} words={rest.words} />
      </div>
      <div className="stack">
        {embed && <Embed {...embed} words={rest.words} />}
        {/* The body went through the allow-list of markdown/sanitize.ts. */}
        {html && <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />}
        <Buttons buttons={buttons.map(({ label, href }) => ({ label, url: href }))} />
      </div>
    </div>
    <Mentions related={rest.related} />
  </main>
);
