import type { Entry } from '../../content/entry';
import { keysOf } from '../../model/field';
import { initialsOf } from '../../site/initials';
import { kind as kindOf, list } from '../../site/kind/declare';
import { fact, linksOf } from '../../site/kind/facts';
import { builtOf, byPlace, hrefOf } from '../../site/kind/listed';
import { countIn, filled } from '../../site/kind/parts';
import { pictureOf } from '../../site/pages/fields';
import type { Site, SiteWith } from '../../site/site';
import { categories, project, type Word, words } from './declaration';
import { type ProjectCard, Projects } from './view';

const cardOf = (site: Site, entry: Entry<typeof project>): ProjectCard => {
  const { name, tagline, logo, links } = entry.data;
  return {
    label: name,
    href: hrefOf(site, entry),
    tagline,
    links: linksOf(site, entry.file, links),
    ...(logo ? { logo: pictureOf(site, logo) } : {}),
  };
};

const projects = list({
  of(site: SiteWith<Word>) {
    const all = builtOf(site, project).sort(byPlace(site));
    const parts = keysOf(categories).map((category) => ({
      title: site.words[categories[category].word],
      anchor: categories[category].anchor,
      cards: all.filter(({ data }) => data.category === category).map((entry) => cardOf(site, entry)),
    }));
    return { parts: filled(parts) };
  },
  count: ({ parts }) => countIn(parts),
  view: Projects,
});

export const kind = kindOf({
  collection: project,
  words,
  mention: {
    title: (site) => site.words.projects,
    of: (site, { file, data: { name, tagline, logo } }) => ({
      label: name,
      href: hrefOf(site, { file }),
      text: tagline,
      mark: logo ? { image: pictureOf(site, logo) } : { initials: initialsOf(name) },
    }),
  },
  detail: (site, { file, data }) => ({
    lead: data.tagline,
    ...(data.logo ? { mark: { image: pictureOf(site, data.logo) } } : {}),
    facts: fact(site.words.kind, site.words[categories[data.category].word]),
    links: linksOf(site, file, data.links),
  }),
  lists: { projects },
});
