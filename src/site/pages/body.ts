import type { AnyEntry } from '../../content/entry';
import { renderMarkdown } from '../../markdown/render';
import type { BodyWords, Surroundings } from '../../markdown/surroundings';
import { resolveLink, resolvePicture } from '../links/links';
import type { Site } from '../site';
import type { RenderBody } from './page';

/** The body of an entry as its page shows it. */
export const renderBody: RenderBody = (site, entry) => renderMarkdown(entry.body, surroundingsOf(site, entry));

/** What a body meets on its own page. */
export const surroundingsOf = (site: Site, { file }: Pick<AnyEntry, 'file'>): Surroundings => ({
  link(target) {
    const { href, external } = resolveLink(site, file, target);
    return { href, external };
  },
  picture(source) {
    const { complaint: _, ...picture } = resolvePicture(site, source);
    return picture;
  },
  headingLinks: true,
  words: bodyWords(site),
});

/** None but those: any other word may change, and what was rendered before is still right. */
const bodyWords = ({ words }: Pick<Site, 'words'>): BodyWords => ({
  footnotes: words.footnotes,
  footnoteBack: words.footnoteBack,
  loadsFrom: words.loadsFrom,
  table: words.table,
  taskDone: words.taskDone,
  taskOpen: words.taskOpen,
  videoOn: words.videoOn,
});

/** The body of an entry as it can be read elsewhere: every address in it is whole. */
export const renderForFeed: RenderBody = (site, entry) => {
  const page = site.base.url(site.addressByFile.get(entry.file) ?? '/');
  const whole = (href: string) => (URL.canParse(href, page) ? new URL(href, page).href : href);
  const { link, picture, words } = surroundingsOf(site, entry);
  return renderMarkdown(entry.body, {
    link(target) {
      const { href, external } = link(target);
      return { href: whole(href), external };
    },
    picture(source) {
      // Programs that read feeds show one form, and each address would have to be made whole.
      const { src, offers: _, ...size } = picture(source);
      return { src: whole(src), ...size };
    },
    headingLinks: false,
    words,
  });
};
