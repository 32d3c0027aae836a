import type { AnyEntry } from '../content/entry';
import { type Rendered, renderMarkdown } from '../markdown/render';
import { resolveLink, resolvePicture } from './links';
import type { Site } from './resolve';

/** The body of an entry as its page shows it. */
export const renderBody = (site: Site, { file, body }: AnyEntry): Rendered =>
  renderMarkdown(body, {
    link: (target) => resolveLink(site, file, target),
    picture: (source) => resolvePicture(site, source),
    headingLinks: true,
  });

/** The body of an entry as it can be read elsewhere: every address in it is whole. */
export function renderForFeed(site: Site, { file, body }: AnyEntry): Rendered {
  const page = site.base.url(site.addressByFile.get(file) ?? '/');
  const whole = (href: string) => (URL.canParse(href, page) ? new URL(href, page).href : href);
  return renderMarkdown(body, {
    link: (target) => {
      const link = resolveLink(site, file, target);
      return { ...link, href: whole(link.href) };
    },
    picture: (source) => {
      const picture = resolvePicture(site, source);
      return { ...picture, src: whole(picture.src) };
    },
    headingLinks: false,
  });
}
