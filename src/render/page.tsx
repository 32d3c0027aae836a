import type { Frame, PageProps } from '../site/pages/props';
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
export const PageView = (page: PageViewProps) => (
  <>
    <PageAbove {...page.props.frame} />
    <PageMain {...page} />
    <PageBelow {...page.props.frame} />
  </>
);

/** What stands above the main part of a page. It depends on the frame alone, and so does what stands below. */
export const PageAbove = (frame: Frame) => <SiteHeader {...frame} />;

export const PageBelow = (frame: Frame) => (
  <>
    <SiteFooter {...frame} />
    {frame.analytics && <Analytics {...frame.analytics} />}
  </>
);

/** The main part of a page, which says as well what stands in its head. */
export function PageMain({ template, props: { head, main } }: PageViewProps) {
  const Main = templates[template];
  if (!Main) throw new Error(`There is no template “${template}” in src/theme/templates/templates.ts`);
  return (
    <>
      <Head {...head} />
      <Main {...(main as object)} />
    </>
  );
}
