import { z } from 'zod';
import { childOf, infoOf, unwrap } from './field';
import { nearest } from './nearest';

/** What is wrong with a value, in an editor's words. */
export interface Explanation {
  path: PropertyKey[];
  /** What the problem is about: the value, or the field's name. */
  part: 'name' | 'value';
  message: string;
  advice: string;
}

/**
 * Turns the issues zod found in `data` into sentences that name the field by its label and say what to write.
 * One issue may give several, one for each unknown field.
 */
export function explain(error: z.ZodError, schema: z.ZodType, data: unknown): Explanation[] {
  return error.issues.flatMap((issue): Explanation[] => {
    const { path } = issue;
    if (issue.code === 'unrecognized_keys') {
      const known = knownFields(schema, path);
      return issue.keys.map((key) => {
        const similar = nearest(key, known);
        return {
          path: [...path, key],
          part: 'name',
          message: `Unknown field “${key}”`,
          advice: similar ? `write ${similar}` : `remove it, or write one of: ${known.join(', ')}`,
        };
      });
    }
    return [{ path, part: 'value', ...explainValue(issue, schema, valueAt(data, path)) }];
  });
}

function explainValue(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown): { message: string; advice: string } {
  const { label, hint, kind } = infoAlong(schema, issue.path);
  const name = `“${label}”`;
  const key = issue.path.findLast((part) => typeof part === 'string') ?? '';
  if (value === undefined && (issue.code === 'invalid_type' || issue.code === 'too_small')) {
    return { message: `${name} is missing`, advice: addField(key, hint) };
  }
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(name, issue.expected, value, kind, key);
    case 'too_small':
      return issue.origin === 'number'
        ? { message: `${name} must be at least ${issue.minimum}, not ${value}`, advice: 'write a larger number' }
        : { message: `${name} is empty`, advice: addField(key, hint) };
    case 'too_big':
      return issue.origin === 'number'
        ? { message: `${name} must be at most ${issue.maximum}, not ${value}`, advice: 'write a smaller number' }
        : {
            message: `${name} has ${String(value).length} characters, and may have ${issue.maximum}`,
            advice: 'shorten it',
          };
    case 'custom':
      return { message: `${name} ${issue.message}`, advice: String(issue.params?.['advice'] ?? 'correct it') };
    default:
      return { message: `${name} is not right: ${issue.message}`, advice: hint ? trimEnd(hint) : 'correct it' };
  }
}

function wrongType(name: string, expected: string, value: unknown, kind: string | undefined, key: string) {
  const found =
    value === null ? 'nothing' : Array.isArray(value) ? 'a list' : (nouns[typeof value] ?? 'something else');
  const shown = typeof value === 'object' ? '' : `: ${value}`;
  const example = `write ${key}: `;
  switch (expected) {
    case 'string':
      return {
        message: `${name} must be text, and is ${found}${shown}`,
        advice: typeof value === 'object' ? `${example}and the text on the same line` : `put it in quotes: "${value}"`,
      };
    case 'boolean':
      return {
        message: `${name} must be true or false, and is ${found}${shown}`,
        advice: `${example}true or ${key}: false`,
      };
    case 'int':
    case 'number':
      return { message: `${name} must be a whole number, and is ${found}${shown}`, advice: `${example}12` };
    case 'array':
      return {
        message: `${name} must be a list, and is ${found}${shown}`,
        advice: 'write each item on a line of its own after “- ”',
      };
    case 'object':
      return {
        message: `${name} must have fields of its own, and is ${found}${shown}`,
        advice:
          kind === 'reference' ? 'write “value: …” and “label: …” below it' : 'write its fields below it, indented',
      };
    default:
      return { message: `${name} is not right`, advice: 'correct it' };
  }
}

const nouns: Record<string, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  object: 'a group of fields',
};

const addField = (key: string, hint: string | undefined) => `write ${key}: …${hint ? ` (${trimEnd(hint)})` : ''}`;

const trimEnd = (hint: string) => hint.replace(/\.$/, '');

function infoAlong(schema: z.ZodType, path: readonly PropertyKey[]) {
  let current: z.ZodType | undefined = schema;
  let info = infoOf(schema);
  for (const key of path) {
    current = current && childOf(current, key);
    if (!current) break;
    info = infoOf(current) ?? info;
  }
  return { label: String(path.findLast((part) => typeof part === 'string') ?? 'The file'), ...info };
}

function knownFields(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let current: z.ZodType | undefined = schema;
  for (const key of path) current = current && childOf(current, key);
  const inner = current && unwrap(current);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const key of path) {
    // A single value where a list may stand is its own first item.
    if (key === 0 && !Array.isArray(value)) continue;
    value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  }
  return value;
}
