import { landingPage } from '../collections/landing-page';
import { checks } from '../collections/settings/checks';
import { hosting } from '../collections/settings/hosting';
import { entriesOf } from '../content/entry';
import { embedOf, players } from '../markdown/embeds';
import { branded, type Inline } from '../render/inline-for';
import type { PageSources } from '../render/policy';
import { brandStyles } from '../site/brand-styles';
import type { Site } from '../site/site';

/** From where the pages of a site load what they show, as its content and its settings say. */
export const sourcesOf = (site: Site): PageSources => ({
  frames: [...players, ...formHosts(site)],
  visits: visitHosts(site),
  pictures: mayHaveRemotePictures(site) ? ['https:'] : [],
});

/** Forms are written into sections of pages alone; whatever else is framed is a video. */
const formHosts = ({ entries }: Site): string[] =>
  entriesOf(entries, landingPage).flatMap(({ data: { blocks } }) =>
    blocks.flatMap((block) => {
      const embed = block.type === 'embed' ? embedOf(block.kind, block.title, block.url) : undefined;
      return embed ? [new URL(embed.src).origin] : [];
    }),
  );

function visitHosts({ settings: { analytics } }: Site): string[] {
  if (!analytics) return [];
  return [new URL(analytics.script).origin, ...(analytics.hosts ?? []).map((host) => `https://${host}`)];
}

/** Where they are no error, or some text is allowed one, they are shown. */
const mayHaveRemotePictures = ({ entries }: Site): boolean =>
  ['off', 'warning'].includes(entriesOf(entries, checks)[0]?.data['remote-picture'] ?? '') ||
  entries.some(({ source }) => source.text.includes('remote-picture'));

/** What stands within the pages of a site: in its brand, and with what they may load where they have to say it themselves. */
export function inlineOf(site: Site, inline: Inline): Inline {
  const { policyInPages } = entriesOf(site.entries, hosting)[0]?.data ?? {};
  const styled = branded(inline, brandStyles(site));
  return policyInPages ? { ...styled, policy: sourcesOf(site) } : styled;
}
