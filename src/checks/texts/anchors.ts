import { nearest } from '../../model/nearest';
import { decode } from '../../site/addresses/address';
import { anchorsOf } from '../../site/links/anchors';
import type { LinkComplaint } from '../../site/links/links';
import type { Site } from '../../site/site';

/** What is wrong with the part behind `#` of a link that leads to a page of the site; the page is rendered to know. */
export function anchorComplaint(site: Site, address: string, target: string): LinkComplaint | undefined {
  const anchor = decode(/#(.*)$/s.exec(target)?.[1] ?? '');
  // What begins with “:~:” looks for words, not for a section.
  if (anchor === '' || anchor.startsWith(':~:')) return undefined;
  const anchors = anchorsOf(site)(address);
  if (!anchors || anchors.has(anchor)) return undefined;
  // A page of hundreds of sections may have as many links that are wrong, and each would be compared with all.
  const names = anchors.size < 300 ? [...anchors] : [];
  const similar = nearest(anchor, names);
  const others = names.filter((name) => !/^(?:top|Main|.*-title)$/.test(name));
  return {
    rule: 'dead-anchor',
    message: `The link “${target}” leads to a section that ${address} does not have`,
    advice: similar
      ? `write #${similar}`
      : others.length > 0 && others.length < 10
        ? `write one of: ${others.map((name) => `#${name}`).join(', ')}`
        : 'write the anchor of one of its headings, or leave out what begins with #',
  };
}
