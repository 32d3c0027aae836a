import type { GatsbySSR } from 'gatsby';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { documentParts, headKey } from './src/render/document';
import type { Inline } from './src/render/inline-for';

/** Minified by `gatsby-node.ts`, which puts it here. */
declare const INLINE: Inline;
/** The styles of the site’s brand, for `gatsby develop`; what is published has them in INLINE. */
declare const BRAND: string;

const isDevelopment = process.env.NODE_ENV === 'development';

/** Makes of a page what the site's own renderer makes of it. */
export const replaceRenderer: GatsbySSR['replaceRenderer'] = ({
  bodyComponent,
  replaceBodyHTMLString,
  setHeadComponents,
  setHtmlAttributes,
}) => {
  if (isDevelopment) return;
  const markup = renderToStaticMarkup(bodyComponent as ReactElement)
    // What Gatsby's router puts around a page is of use to its runtime alone.
    .replace(/^<div[^>]* id="gatsby-focus-wrapper">/, '')
    .replace(/<\/div><div id="gatsby-announcer"[^>]*><\/div>$/, '');
  const { htmlAttributes, head, body } = documentParts(markup, INLINE);
  replaceBodyHTMLString(body);
  setHtmlAttributes(htmlAttributes);
  setHeadComponents([head]);
};

export const onRenderBody: GatsbySSR['onRenderBody'] = ({ setHeadComponents }) => {
  if (isDevelopment) setHeadComponents([<style key="brand" dangerouslySetInnerHTML={{ __html: BRAND }} />]);
};

/** Leaves Gatsby's runtime out of the document: every page is whole without it. */
export const onPreRenderHTML: GatsbySSR['onPreRenderHTML'] = ({
  getHeadComponents,
  replaceHeadComponents,
  replacePostBodyComponents,
}) => {
  if (isDevelopment) return;
  const all = getHeadComponents() as ReactElement[];
  replaceHeadComponents(all.filter(({ key }) => key === headKey));
  replacePostBodyComponents([]);
};
