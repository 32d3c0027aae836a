import { parseSource } from '../../content/source';
import type { Collection } from '../../model/collection';
import { completeFields } from '../../model/complete';

/**
 * The text of an incomplete draft with the field's label wherever something that must be there is missing or wrong, so
 * that its page can be shown while it is written. A date becomes `now`, in ISO 8601. What is wrong and may be left out is
 * left out; a section of no known kind stays as it is.
 */
export function completed({ schema, format }: Collection, text: string, now: string): string {
  const { data, body } = parseSource(text, format);
  if (data === undefined) return text;
  const { templateKey, ...rest } = data as Record<string, unknown>;
  const { fields } = completeFields(schema, rest, now);
  // JSON is YAML.
  const json = JSON.stringify({ ...(templateKey === undefined ? {} : { templateKey }), ...fields });
  return format === 'md' ? `---\n${json}\n---\n${body}` : json;
}
