import { childrenOf, infoOf } from '../../src/model/field';
import { isRule } from '../../src/rules';
import { collections } from '../collections';

/** What fields are called in files and not in forms: the names that are no word of a sentence. */
const keys = new Set<string>();
const gather = (schema: Parameters<typeof childrenOf>[0]) => {
  const shape = (schema as { shape?: Record<string, unknown> }).shape ?? {};
  for (const key of Object.keys(shape)) if (/[a-z][A-Z]/.test(key) || key === 'seo') keys.add(key);
  for (const child of childrenOf(schema)) if (infoOf(child) || 'shape' in child) gather(child);
};
for (const { schema } of collections) gather(schema);

/**
 * What of an advice only a file knows: keys, what YAML is written with, paths of the repository, and, where the field is
 * no Markdown, its signs. What is quoted, and addresses, are values, which a form shows too.
 */
export function wordsOfFiles(advice: string, isMarkdown: boolean): string[] {
  const plain = advice.replace(/“[^”]*”|(?:https?:\/\/|mailto:|tel:)\S*/g, '…');
  const found = [/\b(?:static|content|src)\//g, /\b(?:front matter|YAML)\b/g];
  const signs = [/[\w…]:/g, /"/g, /\*\*|!\[|\]\(|^#|`|- …/g];
  return [
    ...[...found, ...(isMarkdown ? [] : signs)].flatMap((pattern) => plain.match(pattern) ?? []),
    ...(plain.match(/[\w-]+/g) ?? []).filter((word) => keys.has(word) && !isRule(word)),
  ];
}
