import type * as z from 'zod';
import type { Collection } from '../model/collection';
import { group, handle, image, longText, ownAddress, text } from '../model/field';

/** How a page presents itself to search engines and in social media; the same for every kind of page. */
export const seo = group(
  {
    title: text({
      label: 'Search title',
      hint: 'The title in search results and browser tabs, where it should differ from the title above it. About 60 characters are shown.',
      cut: 'title',
    }).exactOptional(),
    description: longText({
      label: 'Description',
      hint: 'One or two sentences that make a stranger want to read on; plain text, 70 to 160 characters.',
      cut: 'description',
    }),
    url: ownAddress({
      label: 'Address',
      hint: 'The whole address of the page, such as https://example.org/blog/my-post. Leave it empty to use the file name.',
    }).exactOptional(),
    image: image({
      label: 'Social picture',
      hint: 'Shown when the page is shared; 1200 × 630 pixels. Leave it empty to use the picture above, or the site’s.',
    }).exactOptional(),
    twitterUsername: handle({
      label: 'Twitter name',
      hint: 'The account that shared links are attributed to, such as @example_org.',
    }).exactOptional(),
  },
  { label: 'SEO', hint: 'How search engines and social media show the page.' },
);

/** What an entry says in the field `seo`; undefined for collections that do not have it. */
export const seoOf = ({ schema }: Collection, data: object): z.output<typeof seo> | undefined =>
  schema.shape['seo'] === seo && 'seo' in data ? (data.seo as z.output<typeof seo>) : undefined;
