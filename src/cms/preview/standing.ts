import { listingPage } from '../../collections/listing-page';
import { post } from '../../collections/post';
import { type AnyEntry, entriesOf, isOf } from '../../content/entry';
import type { Site } from '../../site/site';
import type { Outlook } from '../file/draft';
import { momentText } from '../form/moments';

/** Where an entry stands with its readers, for the person who writes it. */
export interface Standing {
  /** The word for it: “Draft”, “Scheduled”, “Hidden”, “Published”, “New”, “Saved”, or the status of its review. */
  state: string;
  /** The rest of the sentence. */
  text: string;
  /** The whole address of its page; undefined where it has none. */
  url?: string;
  /** Readers find this very page there now. */
  isLive: boolean;
}

/** What is known of an entry beside what is written in its form. */
export interface Known {
  /** Its address and its data as it was opened; left out for a new one. */
  former?: { address: string | undefined; data: Record<string, unknown> } | undefined;
  /** Its file is part of the site as it was last built. */
  isBuilt: boolean;
  /** The status that its review has, in the words of the back end. */
  review?: string | undefined;
  /** The present moment, ISO 8601. */
  now: string;
  /** The editor's time zone; the browser's when left out. */
  zone?: string;
}

const reviews: Record<string, string> = {
  draft: 'Being written',
  pending_review: 'In review',
  pending_publish: 'Ready to be published',
};

/** The one line that says who can read an entry, when and where, as its form has it now. */
export function standingOf({ site, entry, address }: Outlook, known: Known): Standing | undefined {
  if (!site || !entry) return undefined;
  const url = address === undefined ? undefined : site.base.url(address);
  const then = standing(site, entry, url, known);
  if (!known.review) return then;
  return {
    ...then,
    state: reviews[known.review] ?? 'In review',
    text: `nobody sees this version before it is published. Then it is ${then.state.toLowerCase()}: ${then.text}`,
    isLive: false,
  };
}

function standing(site: Site, entry: AnyEntry, url: string | undefined, known: Known): Standing {
  const { former, isBuilt, now, zone } = known;
  const kind = visibilityOf(entry, now);
  const at = url ? ` at ${url}` : '';
  const lists = listsOf(site, entry);
  const within = lists.length > 0 ? `, in ${inWords(lists)}` : '';
  const page = url === undefined ? {} : { url };
  const isSeen =
    former !== undefined && isBuilt && isVisible(visibilityOf({ ...entry, data: former.data } as AnyEntry, now));
  const until = isSeen && former?.address ? ` Until this is saved, readers find it at ${former.address}.` : '';
  switch (kind) {
    case 'draft':
      return { ...page, state: 'Draft', text: `nobody sees it.${until}`, isLive: false };
    case 'scheduled': {
      const date = momentText((entry.data as { date?: unknown }).date, zone);
      return { ...page, state: 'Scheduled', text: `appears on ${date},${at}${within}.${until}`, isLive: false };
    }
    case 'hidden':
      return {
        ...page,
        state: 'Hidden',
        text: url ? `only those who know its address find it,${at}.` : 'no list shows it.',
        isLive: former !== undefined && former.address !== undefined && site.base.url(former.address) === url,
      };
    case 'listed': {
      if (entry.collection.single) return { state: 'Settings', text: 'they hold for the whole site.', isLive: false };
      if (former === undefined)
        return {
          ...page,
          state: 'New',
          text: `nobody sees it yet. It will be${at || ' on the site'}${within}.`,
          isLive: false,
        };
      if (!isSeen)
        return {
          ...page,
          state: 'Saved',
          text: `appears${at || ' on the site'}${within} with the next build.`,
          isLive: false,
        };
      const isThere = former.address === undefined || (url !== undefined && site.base.url(former.address) === url);
      return isThere
        ? { ...page, state: 'Published', text: `everybody can read it${at}${within}.`, isLive: url !== undefined }
        : { ...page, state: 'Published', text: `it moves from ${former.address} to ${url}.`, isLive: false };
    }
  }
}

type Visibility = 'draft' | 'scheduled' | 'hidden' | 'listed';

const isVisible = (kind: Visibility) => kind === 'listed' || kind === 'hidden';

/** Whether readers find an entry at a moment. Of the kinds of content with a date, only posts wait for it. */
export function visibilityOf({ collection, data }: Pick<AnyEntry, 'collection' | 'data'>, now: string): Visibility {
  const { draft, hidePost, hidden, date } = data as Record<string, unknown>;
  if (draft === true) return 'draft';
  if (collection.name === post.name && typeof date === 'string' && date > now) return 'scheduled';
  return hidePost === true || hidden === true ? 'hidden' : 'listed';
}

/** What shows an entry beside its own page, by the names that readers know. */
function listsOf(site: Site, entry: AnyEntry): string[] {
  if (isOf(entry, post)) {
    const labels = entry.data.category.flatMap(({ value, label }) => {
      const found = site.categories.find(({ entry: { data } }) => 'value' in data && data.value === value);
      return found?.label ?? label ?? [];
    });
    return [...new Set([site.settings.blog.title, ...labels])];
  }
  const kind = site.kinds.find(({ collection }) => collection.name === entry.collection.name);
  return entriesOf(site.entries, listingPage)
    .filter(({ data }) => kind?.lists && data.list !== undefined && data.list in kind.lists)
    .map(({ data }) => data.title);
}

const inWords = (names: readonly string[]) => new Intl.ListFormat('en').format(names);
