import type { GatsbySSR } from 'gatsby';
import { cloneElement, isValidElement, type ReactElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Inline, inlineFor } from './src/inline-for';

/** Minified by `gatsby-node.ts`, which puts it here. */
declare const INLINE: Inline;

const isDevelopment = process.env.NODE_ENV === 'development';

/** Pages are never woken up by React, so they need none of the marks it would find its place by. */
export const replaceRenderer: GatsbySSR['replaceRenderer'] = ({
  bodyComponent,
  replaceBodyHTMLString,
  setHeadComponents,
}) => {
  const body = renderToStaticMarkup(bodyComponent as ReactElement)
    // What Gatsby's router puts around a page is of use to its runtime alone.
    .replace(/^<div[^>]* id="gatsby-focus-wrapper">/, '')
    .replace(/<\/div><div id="gatsby-announcer"[^>]*><\/div>$/, '');
  replaceBodyHTMLString(body);
  if (isDevelopment) return;
  const { css, early, late } = inlineFor(body, INLINE);
  setHeadComponents([
    early && <script key="early" dangerouslySetInnerHTML={{ __html: early }} />,
    <style key="styles" dangerouslySetInnerHTML={{ __html: css }} />,
    // A module waits for the document.
    late && <script key="late" type="module" dangerouslySetInnerHTML={{ __html: late }} />,
  ]);
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
  // Styles last: what the page is comes before how it looks.
  const isLast = ({ type, props }: ReactElement) => type === 'style' || (type === 'script' && props.type === 'module');
  replaceHeadComponents([
    ...kept
      .filter((element) => !isLast(element))
      .map((element) => cloneElement(element, { 'data-react-helmet': undefined })),
    ...kept.filter(isLast),
  ]);
  replacePostBodyComponents([]);
};

const isRuntime = (node: ReactNode) =>
  !isValidElement<Record<string, unknown>>(node) ||
  (node.type === 'meta' && node.props['name'] === 'generator') ||
  (node.type === 'link' && node.props['as'] === 'script') ||
  (node.type === 'style' && node.props['data-identity'] === 'gatsby-global-css');
