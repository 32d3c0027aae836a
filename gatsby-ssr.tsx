import type { GatsbySSR } from 'gatsby';
import { cloneElement, isValidElement, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** The site's style sheet, minified; put here by `gatsby-node.ts`. */
declare const SITE_STYLES: string;

const isDevelopment = process.env.NODE_ENV === 'development';

/** Pages are never woken up by a script, so they need none of the marks React would find its place by. */
export const replaceRenderer: GatsbySSR['replaceRenderer'] = ({ bodyComponent, replaceBodyHTMLString }) => {
  const html = renderToStaticMarkup(bodyComponent as ReactElement);
  // What Gatsby's router puts around a page is of use to its runtime alone.
  replaceBodyHTMLString(
    html
      .replace(/^<div[^>]* id="gatsby-focus-wrapper">/, '')
      .replace(/<\/div><div id="gatsby-announcer"[^>]*><\/div>$/, ''),
  );
};

/** Takes Gatsby's runtime out of the document: every page is whole without it. */
export const onPreRenderHTML: GatsbySSR['onPreRenderHTML'] = ({
  getHeadComponents,
  replaceHeadComponents,
  replacePostBodyComponents,
}) => {
  if (isDevelopment) return;
  const kept = [getHeadComponents()]
    .flat(Number.POSITIVE_INFINITY)
    .filter((node) => !isRuntime(node as ReactNode)) as ReactElement[];
  replaceHeadComponents([
    ...kept.map((element) => cloneElement(element, { 'data-react-helmet': undefined })),
    <style key="styles" dangerouslySetInnerHTML={{ __html: SITE_STYLES }} />,
  ]);
  replacePostBodyComponents([]);
};

const isRuntime = (node: ReactNode) =>
  !isValidElement<Record<string, unknown>>(node) ||
  (node.type === 'meta' && node.props['name'] === 'generator') ||
  (node.type === 'link' && node.props['as'] === 'script') ||
  (node.type === 'style' && node.props['data-identity'] === 'gatsby-global-css');
