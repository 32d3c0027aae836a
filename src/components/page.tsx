import type { ReactElement } from 'react';
import type { PageProps } from '../site/props';
import { Analytics } from './analytics';
import { Head } from './head';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';

/** What Gatsby hands to a page: the answer to the query that every template exports. */
interface Answer<Main> {
  data: { page: { props: PageProps<Main> } };
}

/** Makes a Gatsby page of a template, which renders the `main` of the page and knows nothing of Gatsby. */
export const page =
  <Main,>(Template: (props: Main) => ReactElement) =>
  ({ data }: Answer<Main>) => {
    const { head, frame, main } = data.page.props;
    const MainPart = Template as (props: object) => ReactElement;
    return (
      <>
        <Head {...head} />
        <SiteHeader {...frame} />
        <MainPart {...(main as object)} />
        <SiteFooter {...frame} />
        {frame.analytics && <Analytics {...frame.analytics} />}
      </>
    );
  };
