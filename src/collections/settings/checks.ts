import { collection } from '../../model/collection';
import { choice, group, list, text } from '../../model/field';
import { type RuleName, rules } from '../../rules';

const severity = (label: string, hint: string) =>
  choice({ label, hint, values: ['off', 'warning', 'error'] }).exactOptional();

export const checks = collection({
  name: 'checks',
  label: 'Checks',
  plural: 'Checks',
  description: 'How strictly the content is checked: the name of a rule, and off, warning or error.',
  technical: true,
  folder: 'settings/checks',
  format: 'yml',
  single: 'optional',
  fields: {
    ...(Object.fromEntries(Object.entries(rules).map(([name, { what }]) => [name, severity(name, what)])) as Record<
      RuleName,
      ReturnType<typeof severity>
    >),
    external: group(
      {
        allow: list(text({ label: 'Host or address' }), {
          label: 'Not asked',
          hint: 'Hosts such as example.org, or the beginnings of addresses, whose links work in a browser.',
        }),
      },
      { label: 'Links to other sites', hint: 'Looked at by “npm run check -- --external”.' },
    ).exactOptional(),
  },
});
