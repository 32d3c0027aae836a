import { endOf } from '../../model/date';
import type { Address } from '../addresses/address';
import { resolveLink, resolvePicture } from '../links/links';
import type { Site } from '../site';
import type { Frame, Link, NavigationItem, NavigationLink, Picture } from './props';

/** The logo of a site with what it needs to be shown; nothing for a site without one. */
export function logoOf(site: Site): Pick<Frame, 'logo'> {
  const { logo, logoDark, logoHasName } = site.brand;
  if (!logo) return {};
  const picture = (path: string): Picture => {
    const { src, width, height } = resolvePicture(site, path);
    return width && height ? { src, width, height } : { src };
  };
  return {
    logo: { light: picture(logo), ...(logoDark ? { dark: picture(logoDark) } : {}), hasName: logoHasName },
  };
}

/** What surrounds the main part of a page: the same object for all pages that stand at one place of the navigation. */
export function frameOf(site: Site, address: Address): Frame {
  const common = commonOf(site);
  const here = site.base.href(address);
  // Of several links to sections that hold the page, the deepest is the one the reader is in.
  const section = common.links
    .filter((href) => href !== site.base.path && here.startsWith(href))
    .sort((a, b) => b.length - a.length)[0];
  const place = `${common.links.includes(here) ? here : ''} ${section}`;
  const known = common.frames.get(place);
  if (known) return known;
  const marked = (link: Link): NavigationLink =>
    link.href === here ? { ...link, current: 'page' } : link.href === section ? { ...link, current: 'true' } : link;
  const frame: Frame = {
    ...common.frame,
    navigation: common.items.map(({ links, ...item }): NavigationItem => {
      if (links.length === 0) return marked(item);
      const inner = links.map(marked);
      return { ...item, ...(inner.some(({ current }) => current) ? { current: 'true' } : {}), links: inner };
    }),
  };
  common.frames.set(place, frame);
  return frame;
}

/** What the frames of all pages of a site have in common, and those that there are. */
interface Common {
  frame: Omit<Frame, 'navigation'>;
  items: (Link & { links: Link[] })[];
  /** All that the navigation leads to. */
  links: string[];
  frames: Map<string, Frame>;
}

const commons = new WeakMap<Site, Common>();

function commonOf(site: Site): Common {
  const known = commons.get(site);
  if (known) return known;
  const { settings, base } = site;
  const linkOf = ({ label, url }: { label: string; url: string }): Link => ({
    label,
    href: resolveLink(site, site.settingsFile, url).href,
  });
  const items = settings.navigation.map(({ label, url, links = [] }) => ({
    ...linkOf({ label, url: url ?? links[0]?.url ?? '/' }),
    // A group that is a page itself has it as its first link: what opens the group can't lead there as well.
    links: [...(url && links.length > 0 ? [{ label, url }] : []), ...links].map(linkOf),
  }));
  const { analytics, announcement, footer } = settings;
  const common: Common = {
    items,
    links: items.flatMap(({ href, links }) => [href, ...links.map((link) => link.href)]),
    frames: new Map(),
    frame: {
      lang: settings.language,
      words: site.words,
      home: { label: settings.title, href: base.href('/') },
      search: base.href(settings.search),
      ...logoOf(site),
      ...(announcement && (announcement.until === undefined || endOf(announcement.until) >= site.now)
        ? {
            announcement: {
              text: announcement.text,
              ...(announcement.link ? { link: linkOf(announcement.link) } : {}),
            },
          }
        : {}),
      ...(analytics ? { analytics } : {}),
      footer: {
        text: footer.text,
        groups: footer.groups.map(({ title, links }) => ({ title, links: links.map(linkOf) })),
        links: footer.links.map(linkOf),
      },
    },
  };
  commons.set(site, common);
  return common;
}
