import type { HTMLAttributes, ReactNode } from 'react';

interface HtmlProps {
  htmlAttributes: HTMLAttributes<HTMLHtmlElement>;
  headComponents: ReactNode;
  body: string;
  /** Gatsby's scripts, while it serves the site in development. */
  postBodyComponents?: ReactNode;
}

/** The document around every page. It stands here because Gatsby looks for it here. */
export default function Html({ htmlAttributes, headComponents, body, postBodyComponents }: HtmlProps) {
  return (
    <html {...htmlAttributes}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {headComponents}
      </head>
      {process.env.NODE_ENV === 'development' ? (
        <body>
          <div id="___gatsby" dangerouslySetInnerHTML={{ __html: body }} />
          {postBodyComponents}
        </body>
      ) : (
        <body dangerouslySetInnerHTML={{ __html: body }} />
      )}
    </html>
  );
}
