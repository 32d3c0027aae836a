import { collection } from '../model/collection';
import { choice } from '../model/field';
import { type RuleName, rules } from '../rules';

const severity = (label: string, hint: string) =>
  choice({ label, hint, values: ['off', 'warning', 'error'] }).exactOptional();

export const checks = collection({
  name: 'checks',
  label: 'Checks',
  plural: 'Checks',
  description: 'How strictly the content is checked: the name of a rule, and off, warning or error.',
  folder: 'settings/checks',
  format: 'yml',
  single: 'optional',
  fields: Object.fromEntries(Object.entries(rules).map(([name, { what }]) => [name, severity(name, what)])) as Record<
    RuleName,
    ReturnType<typeof severity>
  >,
});
