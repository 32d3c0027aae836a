import type { AnyEntry } from '../../content/entry';
import type { Address } from '../address';
import type { Site } from '../site';
import { memberGroups } from './listings';

const context = { '@context': 'https://schema.org' };

/** What search engines are told of an entry beside its breadcrumbs (schema.org). */
export function structuredDataOf(site: Site, entry: AnyEntry, address: Address): Record<string, unknown>[] {
  const { base } = site;
  const url = base.url(address);
  switch (entry.collection) {
    case 'listing-page': {
      if (entry.data.list !== 'members') return [];
      const members = memberGroups(site).flatMap((group) => group.members);
      return [
        {
          ...context,
          '@type': 'ItemList',
          name: entry.data.title,
          numberOfItems: members.length,
          itemListElement: members.map(({ label, href }, index) => ({
            '@type': 'ListItem',
            position: index + 1,
            name: label,
            url: new URL(href, base.url('/')).href,
          })),
        },
      ];
    }
    case 'member': {
      const { name, url: website, description, logo } = entry.data;
      return [
        {
          ...context,
          '@type': 'Organization',
          name,
          ...(website ? { url: website } : {}),
          ...(description ? { description } : {}),
          ...(logo ? { logo: /^https?:/.test(logo) ? logo : base.url(logo) } : {}),
          memberOf: {
            '@type': 'Organization',
            name: site.settings.organization.name,
            url: site.settings.organization.url,
          },
        },
      ];
    }
    case 'event': {
      const { title, start, end, place, description } = entry.data;
      const isOnline = /^online$/i.test(place);
      return [
        {
          ...context,
          '@type': 'Event',
          name: title,
          description,
          startDate: start,
          ...(end ? { endDate: end } : {}),
          eventAttendanceMode: `https://schema.org/${isOnline ? 'Online' : 'Offline'}EventAttendanceMode`,
          location: isOnline ? { '@type': 'VirtualLocation', url } : { '@type': 'Place', name: place, address: place },
          organizer: {
            '@type': 'Organization',
            name: site.settings.organization.name,
            url: site.settings.organization.url,
          },
          url,
        },
      ];
    }
    case 'person': {
      const { name, role, organization } = entry.data;
      return [
        {
          ...context,
          '@type': 'Person',
          name,
          jobTitle: role,
          ...(organization ? { worksFor: { '@type': 'Organization', name: organization } } : {}),
          url,
        },
      ];
    }
    default:
      return [];
  }
}
