import type { Field } from '../read/field';
import { type Context, pictureOf, plainOf, roleOf } from './context';

/** What a page says of itself to search engines, and the address it asks for. */
export interface Seo {
  title?: string;
  description?: string;
  image?: string;
  twitterUsername?: string;
}

/** Reads `seo`, and what stands for it elsewhere. Its address is taken by whoever decides on addresses. */
export function seoOf(context: Context, page: Field, title: string): Seo {
  const seo = page.get('seo', 'meta', 'SEO');
  const own = seo.isMap ? seo : page;
  const searchTitle = seo.isMap ? plainOf(context, seo.get('title', 'metaTitle')) : undefined;
  const description =
    plainOf(context, own.get('description', 'metaDescription')) ??
    plainOf(context, roleOf(context, page, 'description'));
  const image = seo.isMap ? pictureOf(context, seo).image : undefined;
  const handle = own.get('twitterUsername', 'twitter').take();
  // What holds for the whole site stands in its settings.
  for (const name of ['titleTemplate', 'themeColor', 'siteUrl', 'keywords']) seo.get(name).tickAll();
  return {
    ...(searchTitle && searchTitle !== title ? { title: searchTitle } : {}),
    ...(description ? { description } : {}),
    ...(image ? { image } : {}),
    ...(handle && /^@?\w+$/.test(handle) ? { twitterUsername: handle } : {}),
  };
}

/** The first words of a text, as a description: what the old generators showed of a post that said nothing else. */
export function firstWords(markdown: string, title: string): string {
  const paragraph =
    markdown
      .replace(/```[\s\S]*?(?:```|$)/g, '')
      .split(/\n\s*\n/)
      .map((part) =>
        part
          .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
          .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
          .replace(/<[^>]*>|\{[{%<].*?[%>}]\}/g, '')
          .replace(/^[#>\s*-]+|[*_`\\]/gm, '')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .find((part) => part.length > 20 && !/^https?:\S+$/.test(part)) ?? title;
  return paragraph.length <= 160 ? paragraph : `${paragraph.slice(0, 157).replace(/\s\S*$/, '')} …`;
}
