import type { Frame } from '../../site/pages/props';

/** The question whether a visit may be counted; a script shows it where it has to be asked, and remembers the answer. */
export const Analytics = ({ script, siteId, consent, question, yes, no }: NonNullable<Frame['analytics']>) => (
  <aside
    className="analytics"
    aria-label={question}
    data-analytics={script}
    data-site-id={siteId}
    data-consent={consent || undefined}
    hidden
  >
    <p>{question}</p>
    <button type="button" data-answer="yes">
      {yes}
    </button>
    <button type="button" data-answer="no">
      {no}
    </button>
  </aside>
);
