import { collection } from '../../model/collection';
import { flag } from '../../model/field';

export const hosting = collection({
  name: 'hosting',
  label: 'Hosting',
  plural: 'Hosting',
  description: 'What the host that serves the site can do. See docs/hosts.md.',
  folder: 'settings/hosting',
  format: 'yml',
  single: 'optional',
  fields: {
    policyInPages: flag({
      label: 'Policy in pages',
      hint: 'For hosts that send no headers of ours, such as GitHub Pages: each page says itself what it may load.',
    }),
    secureSubdomains: flag({
      label: 'Secure subdomains',
      hint: 'All subdomains of the site’s host answer by HTTPS only, and browsers may rely on it.',
    }),
  },
});
