import type { HTMLAttributes, ReactNode } from 'react';

interface HtmlProps {
  htmlAttributes: HTMLAttributes<HTMLHtmlElement>;
  headComponents: ReactNode;
  bodyAttributes: HTMLAttributes<HTMLBodyElement>;
  preBodyComponents: ReactNode;
  body: string;
  postBodyComponents: ReactNode;
}

/** The document around every page. What Gatsby adds to it, `gatsby-ssr.tsx` has sorted out. */
export default function Html({ htmlAttributes, headComponents, bodyAttributes, body, ...components }: HtmlProps) {
  return (
    <html {...htmlAttributes}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {headComponents}
      </head>
      {process.env.NODE_ENV === 'development' ? (
        <body {...bodyAttributes}>
          {components.preBodyComponents}
          <div id="___gatsby" dangerouslySetInnerHTML={{ __html: body }} />
          {components.postBodyComponents}
        </body>
      ) : (
        <body {...bodyAttributes} dangerouslySetInnerHTML={{ __html: body }} />
      )}
    </html>
  );
}
