import { PageView, type PageViewProps } from './src/render/page';

/** Gatsby's one page component: what it shows, the page's context says. */
export default ({ pageContext }: { pageContext: PageViewProps }) => <PageView {...pageContext} />;
