import type { Entry } from '../../content/entry';
import { embedOf } from '../../markdown/embeds';
import type { Site } from '../site';
import { fill } from '../words';
import { postCard } from './cards';
import { resolveFields } from './fields';
import { memberGroups, peopleOf, upcomingAndPast } from './listings';
import type { AnyBlock, BlockProps, BlockType } from './props';

/** What a block shows that its author did not write: entries of other collections. */
const extras: { [Type in BlockType]?: (site: Site, block: never) => object } = {
  members: (site, { levels }: BlockProps<'members'>) => ({ groups: memberGroups(site, levels) }),
  people: (site, { group }: BlockProps<'people'>) => ({ people: peopleOf(site, group) }),
  posts: (site, { category, count }: BlockProps<'posts'>) => {
    const term = site.categories.find(({ entry }) => 'value' in entry.data && entry.data.value === category);
    return {
      posts: (term?.posts ?? site.listed).slice(0, count).map((post) => postCard(site, post)),
      all: {
        label: term ? fill(site.words.allPostsOf, term.label) : site.words.allPosts,
        href: site.base.href(term?.address ?? site.settings.blog.address),
      },
    };
  },
  events: (site, { count }: BlockProps<'events'>) => ({ events: upcomingAndPast(site).upcoming.slice(0, count) }),
  embed: (_, { kind, title, url }: BlockProps<'embed'>) => ({
    embed: embedOf(kind, title, url) ?? { kind, title, src: url, href: url, host: hostOf(url) },
  }),
};

/** The sections of a landing page, ready to be shown. One that would list things of which there are none is left out. */
export const blocksOf = (site: Site, entry: Entry<'landing-page'>): AnyBlock[] =>
  resolveFields(site, entry).blocks.flatMap((block) => {
    const extra = extras[block.type]?.(site, block as never) ?? {};
    const isEmpty = Object.values(extra).some((value) => Array.isArray(value) && value.length === 0);
    return isEmpty ? [] : [{ ...block, ...extra } as AnyBlock];
  });

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : url);
