import type { landingPage } from '../../collections/landing-page';
import type { listingPage } from '../../collections/listing-page';
import type { Entry } from '../../content/entry';
import { embedOf } from '../../markdown/embeds';
import { blockType } from '../../model/field';
import type { KindBlock, Site } from '../site';
import { fill } from '../words';
import { resolveFields } from './fields';
import { postCard } from './post-card';
import type { AnyBlock, BlockFields } from './props';

/** What the site’s own blocks show that their author did not write. */
const extras: Record<string, Pick<KindBlock, 'fill'>> = {
  posts: {
    fill(site, { category, count }: BlockFields<'posts'>) {
      const term = site.categories.find(({ entry }) => 'value' in entry.data && entry.data.value === category);
      return {
        posts: (term?.posts ?? site.listed).slice(0, count).map((post) => postCard(site, post)),
        all: {
          label: term ? fill(site.words.allPostsOf, term.label) : site.words.allPosts,
          href: site.base.href(term?.address ?? site.settings.blog.address),
        },
      };
    },
  },
  embed: {
    fill: (_, { kind, title, url }: BlockFields<'embed'>) => ({
      embed: embedOf(kind, title, url) ?? { kind, title, src: url, href: url, host: hostOf(url) },
    }),
  },
};

/** The sections of a page, ready to be shown. One that would list things of which there are none is left out. */
export function blocksOf(site: Site, entry: Entry<typeof landingPage> | Entry<typeof listingPage>): AnyBlock[] {
  const kindBlocks = site.kinds.flatMap(({ blocks = [] }) => blocks);
  // The sections of both are declared alike.
  return (resolveFields(site, entry as Entry<typeof landingPage>).blocks ?? []).flatMap((block): AnyBlock[] => {
    const own = kindBlocks.find(({ schema }) => blockType(schema) === block.type) ?? extras[block.type];
    const extra = own?.fill(site, block) ?? {};
    const isEmpty = Object.values(extra).some((value) => Array.isArray(value) && value.length === 0);
    return isEmpty ? [] : [{ ...block, ...extra }];
  });
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : url);
