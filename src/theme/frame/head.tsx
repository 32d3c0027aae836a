import { Helmet } from 'react-helmet';
import type { Head as HeadData } from '../../site/pages/props';

/** A page's `head`, from plain data. */
export function Head({ title, lang, dir, meta, link, jsonLd }: HeadData) {
  return (
    <Helmet htmlAttributes={dir === 'rtl' ? { lang, dir } : { lang }} title={title} meta={meta} link={link}>
      {jsonLd.map((data) => (
        <script key={String(data['@type'])} type="application/ld+json">
          {forScript(data)}
        </script>
      ))}
    </Helmet>
  );
}

/** JSON in which nothing can end the script element it stands in. */
const forScript = (data: unknown) => JSON.stringify(data).replace(/</g, '\\u003c');
