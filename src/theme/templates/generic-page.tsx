import type { GenericPageMain } from '../../site/pages/props';
import { CallToAction } from '../components/call-to-action';
import { PageHeader } from '../components/page-header';
import { SectionNavigation } from '../components/section-navigation';

export const GenericPage = ({ data, html, lang, dir, words }: GenericPageMain) => (
  <main id="Main" tabIndex={-1} lang={lang} dir={dir}>
    <PageHeader title={data.title} lead={data.subtitle} />
    <div className="sidebar">
      <div>{data.sections && <SectionNavigation links={data.sections} words={words} />}</div>
      {/* The body went through the allow-list of markdown/sanitize.ts. */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
    </div>
    {data.callToAction && <CallToAction {...data.callToAction} />}
  </main>
);
