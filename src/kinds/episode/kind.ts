import type { Entry } from '../../content/entry';
import { embedOf } from '../../markdown/embeds';
import { beginOf, endOf } from '../../model/date';
import { kind as kindOf, list } from '../../site/kind/declare';
import { fact, linksOf, when } from '../../site/kind/facts';
import { builtOf, hrefOf, latestFirst } from '../../site/kind/listed';
import { countIn, filled } from '../../site/kind/parts';
import { resolvePicture, safeHref } from '../../site/links/links';
import { whenOf } from '../../site/pages/fields';
import { socialCard } from '../../site/pictures/brand-pictures';
import type { Site } from '../../site/site';
import { episode, words } from './declaration';
import { type EpisodeCard, Episodes } from './view';

const cardOf = (site: Site, entry: Entry<typeof episode>): EpisodeCard => {
  const { title, date, description } = entry.data;
  return { label: title, href: hrefOf(site, entry), date: whenOf(site, date), description };
};

const episodes = list({
  of(site: Site) {
    const all = builtOf(site, episode).sort((a, b) => latestFirst(beginOf(a.data.date), beginOf(b.data.date)));
    // A broadcast is ahead until it begins, or for the whole of its day where its hour is not known.
    const isAhead = ({ data: { date } }: Entry<typeof episode>) => endOf(date) >= site.now;
    const cards = (entries: Entry<typeof episode>[]) => entries.map((entry) => cardOf(site, entry));
    return {
      parts: filled([
        { title: site.words.upcoming, anchor: 'upcoming', cards: cards(all.filter(isAhead).reverse()) },
        { title: site.words.past, anchor: 'past', cards: cards(all.filter((entry) => !isAhead(entry))) },
      ]),
    };
  },
  count: ({ parts }) => countIn(parts),
  view: Episodes,
});

export const kind = kindOf({
  collection: episode,
  words,
  mention: {
    title: (site) => site.words.episodes,
    of: (site, { file, data: { title, date } }) => ({
      label: title,
      href: hrefOf(site, { file }),
      date: whenOf(site, date),
    }),
  },
  isOff: ({ hidden }) => hidden,
  detail(site, { file, data }) {
    const embed = data.video && embedOf('video', data.title, data.video);
    return {
      lead: data.description,
      facts: [...when(site, site.words.broadcast, data.date), ...fact(site.words.with, data.speakers?.join('; '))],
      links: [
        ...(data.video && !embed ? [{ label: site.words.video, href: safeHref(data.video) }] : []),
        ...linksOf(site, file, data.links),
      ],
      ...(embed ? { embed } : {}),
    };
  },
  structuredData(site, { data: { title, date, description, video } }, address) {
    const embed = video && embedOf('video', title, video);
    // What is to be broadcast can't be watched yet.
    if (!video || !embed || beginOf(date) > site.now) return [];
    const { image } = site.settings;
    return [
      {
        '@type': 'VideoObject',
        name: title,
        description,
        uploadDate: date,
        thumbnailUrl: new URL(resolvePicture(site, image ?? socialCard).src, site.settings.url).href,
        embedUrl: embed.src.replace(/\?.*$/, ''),
        url: site.base.url(address),
      },
    ];
  },
  lists: { episodes },
});
