import { collection } from '../../model/collection';
import { group, list, number, redirectTarget, text } from '../../model/field';

export const redirects = collection({
  name: 'redirects',
  label: 'Redirects',
  plural: 'Redirects',
  description: 'Old addresses, and where they lead now.',
  folder: 'settings/redirects',
  format: 'yml',
  single: 'optional',
  fields: {
    redirects: list(
      group(
        {
          from: text({
            label: 'From',
            hint: 'The old path: /old-page/. With * at its end, everything below it: /old/*.',
          }),
          to: redirectTarget({ label: 'To', hint: 'A path or a whole address. :splat stands for what * stood for.' }),
          status: number({
            label: 'Status',
            hint: '301 for good, 302 for now; 301 when left out.',
            min: 301,
            max: 302,
          }).default(301),
        },
        { label: 'Redirect' },
      ),
      {
        label: 'Redirects',
        hint: 'One for a single address comes before those with *; of these, the first that fits is taken.',
      },
    ),
  },
});
