import { entriesOf } from '../../content/entry';
import { beginOf } from '../../model/date';
import { kind as kindOf, list } from '../../site/kind/declare';
import { latestFirst } from '../../site/kind/listed';
import { safeHref } from '../../site/links/links';
import { pictureOf, whenOf } from '../../site/pages/fields';
import type { Site } from '../../site/site';
import { press, words } from './declaration';
import { type PressCard, PressList } from './view';

export const kind = kindOf({
  collection: press,
  words,
  mention: {
    title: (site) => site.words.press,
    of: (site, { data: { title, url, date, site: publication } }) => ({
      label: title,
      href: safeHref(url),
      date: whenOf(site, date),
      text: publication,
    }),
  },
  isOff: ({ hidden }) => hidden,
  lists: {
    press: list({
      of: (site: Site) => ({
        articles: entriesOf(site.entries, press)
          .filter(({ data }) => !data.hidden)
          .sort(
            (a, b) =>
              Number(b.data.featured) - Number(a.data.featured) ||
              latestFirst(beginOf(a.data.date), beginOf(b.data.date)),
          )
          .map(
            ({ data }): PressCard => ({
              label: data.title,
              href: safeHref(data.url),
              site: data.site,
              date: whenOf(site, data.date),
              ...(data.image ? { image: pictureOf(site, data.image) } : {}),
            }),
          ),
      }),
      count: ({ articles }) => articles.length,
      view: PressList,
    }),
  },
});
