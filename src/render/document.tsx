import { cloneElement, Fragment, type HTMLAttributes, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Helmet, type HelmetDatum } from 'react-helmet';
import Html from '../html';
import { type Inline, inlineFor } from './inline-for';
import { PageView, type PageViewProps } from './page';

/** The parts of a page’s document. */
export interface DocumentParts {
  htmlAttributes: HTMLAttributes<HTMLHtmlElement>;
  /** One element that holds all that stands in the head beside the encoding and the viewport. */
  head: ReactElement;
  /** Markup. */
  body: string;
}

/** The whole document of a page, as it is published. */
export function renderDocument(page: PageViewProps, inline: Inline): string {
  const { htmlAttributes, head, body } = documentParts(renderToStaticMarkup(<PageView {...page} />), inline);
  return `<!DOCTYPE html>${renderToStaticMarkup(
    <Html htmlAttributes={htmlAttributes} headComponents={head} body={body} />,
  )}`;
}

/** What the document is made of when its body has just been rendered: Helmet holds what the page said of its head. */
export function documentParts(body: string, inline: Inline): DocumentParts {
  const { htmlAttributes, title, meta, link, script } = Helmet.renderStatic();
  const { css, early, late } = inlineFor(body, inline);
  return {
    htmlAttributes: htmlAttributes.toComponent(),
    head: (
      <Fragment key={headKey}>
        {unmarked(title)}
        {unmarked(meta)}
        {unmarked(link)}
        {unmarked(script)}
        {early && <script dangerouslySetInnerHTML={{ __html: early }} />}
        {/* Styles last: what the page is comes before how it looks. */}
        <style dangerouslySetInnerHTML={{ __html: css }} />
        {/* A module waits for the document. */}
        {late && <script type="module" dangerouslySetInnerHTML={{ __html: late }} />}
      </Fragment>
    ),
    body,
  };
}

/** Helmet marks its tags, to find them again in a browser; nobody looks for them here. */
const unmarked = (tag: HelmetDatum) =>
  (tag.toComponent() as unknown as ReactElement[]).map((element) =>
    cloneElement(element, { 'data-react-helmet': undefined }),
  );

/** By which the head is told from what others put beside it. */
export const headKey = 'head';
