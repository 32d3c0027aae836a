import type { PageProps } from '../site/pages/props';
import { Analytics } from '../theme/frame/analytics';
import { Head } from '../theme/frame/head';
import { SiteFooter } from '../theme/frame/site-footer';
import { SiteHeader } from '../theme/frame/site-header';
import { templates } from '../theme/templates/templates';

/** What is needed to show a page; plain data. */
export interface PageViewProps {
  /** A name in `templates.ts`. */
  template: string;
  props: PageProps;
}

/** A page, from its head and its skip link to its footer. Throws when there is no such template. */
export function PageView({ template, props: { head, frame, main } }: PageViewProps) {
  const Main = templates[template];
  if (!Main) throw new Error(`There is no template “${template}” in src/theme/templates/templates.ts`);
  return (
    <>
      <Head {...head} />
      <SiteHeader {...frame} />
      <Main {...(main as object)} />
      <SiteFooter {...frame} />
      {frame.analytics && <Analytics {...frame.analytics} />}
    </>
  );
}
