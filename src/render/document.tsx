import { cloneElement, Fragment, type HTMLAttributes, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Helmet, type HelmetDatum } from 'react-helmet';
import Html from '../html';
import type { Frame } from '../site/pages/props';
import { hasMark, type Inline, inlineFor, searchMark } from './inline-for';
import { PageAbove, PageBelow, PageMain, type PageViewProps } from './page';
import { policyOf } from './policy';

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
  const { above, below } = aroundOf(page.props.frame);
  const body = above + renderToStaticMarkup(<PageMain {...page} />) + below;
  const { htmlAttributes, head } = documentParts(body, inline);
  return `<!DOCTYPE html>${renderToStaticMarkup(
    <Html htmlAttributes={htmlAttributes} headComponents={head} body={body} />,
  )}`;
}

/** Many pages have one frame, whose markup is made once. */
const around = new WeakMap<Frame, { above: string; below: string }>();

function aroundOf(frame: Frame): { above: string; below: string } {
  const known = around.get(frame);
  if (known) return known;
  const markup = {
    above: renderToStaticMarkup(<PageAbove {...frame} />),
    below: renderToStaticMarkup(<PageBelow {...frame} />),
  };
  around.set(frame, markup);
  return markup;
}

/** What the document is made of when its body has just been rendered: Helmet holds what the page said of its head. */
export function documentParts(body: string, inline: Inline): DocumentParts {
  const { htmlAttributes, title, meta, link, script } = Helmet.renderStatic();
  const { styles, early, late } = inlineFor(body, inline);
  const scripts = early ? [early, ...late] : late;
  const policy = inline.policy && policyOf(inline.policy, { styles, scripts }, hasMark(body, searchMark));
  return {
    htmlAttributes: htmlAttributes.toComponent(),
    head: (
      <Fragment key={headKey}>
        {/* It holds for what comes after it. */}
        {policy && <meta httpEquiv="Content-Security-Policy" content={policy} />}
        {unmarked(title)}
        {unmarked(meta)}
        {unmarked(link)}
        {unmarked(script)}
        {early && <script dangerouslySetInnerHTML={{ __html: early }} />}
        {/* Styles last: what the page is comes before how it looks. */}
        {styles.map((css) => (
          <style key={css} dangerouslySetInnerHTML={{ __html: css }} />
        ))}
        {/* A module waits for the document. */}
        {late.map((script) => (
          <script key={script} type="module" dangerouslySetInnerHTML={{ __html: script }} />
        ))}
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
