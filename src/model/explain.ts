import * as z from 'zod';
import type { RuleName } from '../rules';
import { type Advice, inFile } from './advice';
import type { Complaint } from './date';
import { blockType, childOf, type FieldKind, infoOf, isRequired, optionsOf, unwrap } from './field';
import { nearest } from './nearest';

/** What is wrong with a value, in an editor's words. */
export interface Explanation extends Words {
  path: PropertyKey[];
  /** What the problem is about: the value, or the field's name. */
  part: 'name' | 'value';
}

interface Words {
  rule: RuleName;
  message: string;
  advice: Advice;
  /** The value that is certainly meant. */
  write?: string;
}

/**
 * Turns the issues zod found in `data` into sentences that name the field by its label and say what to write.
 * One issue may give several, one for each unknown field. `writtenOf` gives the letters of a value, which YAML may have
 * read as something else: `1.10` as a number.
 */
export function explain(
  error: z.ZodError,
  schema: z.ZodType,
  data: unknown,
  writtenOf: (path: PropertyKey[]) => string | undefined = () => undefined,
): Explanation[] {
  return error.issues.flatMap((issue): Explanation[] => {
    const { path } = issue;
    if (issue.code === 'unrecognized_keys') {
      const known = knownFields(schema, data, path);
      const { former = {} } = infoAlong(schema, data, path);
      const given = valueAt(data, path) as Record<string, unknown>;
      return issue.keys.map((key) => {
        const now = Object.hasOwn(former, key) ? former[key] : undefined;
        const similar = nearest(key, known);
        return {
          rule: 'unknown-field' as const,
          path: [...path, key],
          part: 'name',
          message: `Unknown field “${key}”`,
          ...(now === undefined
            ? { advice: inFile(similar ? `write ${similar}` : `remove it, or write one of: ${known.join(', ')}`) }
            : now in given
              ? { advice: inFile(`remove it: “${now}” says the same`) }
              : { advice: inFile(`write ${now}`), write: now }),
        };
      });
    }
    // Of a group that is missing, each field that must be in it is.
    const found = valueAt(data, path) === undefined ? infoAlong(schema, data, path).schema : undefined;
    const lacking = found && unwrap(found) instanceof z.ZodObject ? missingIn(found, path) : [];
    if (lacking.length > 0) return lacking;
    return [{ path, part: 'value', ...explainValue(issue, schema, data, writtenOf(path)) }];
  });
}

/** What must be in a group, each as something missing. */
function missingIn(group: z.ZodType, path: readonly PropertyKey[]): Explanation[] {
  const { shape } = unwrap(group) as z.ZodObject;
  return Object.entries(shape as Record<string, z.ZodType>).flatMap(([key, field]): Explanation[] => {
    const info = infoOf(field);
    if (!info || !isRequired(field)) return [];
    const { file, form } = addField(key, info.kind, info.hint);
    const within = path.filter((step) => typeof step === 'string').map((step) => `${String(step)}:`);
    const advice = { file: `${file}, below ${within.join(' ')}`, form };
    return [
      { rule: 'missing-field', path: [...path, key], part: 'value', message: `“${info.label}” is missing`, advice },
    ];
  });
}

function explainValue(issue: z.core.$ZodIssue, schema: z.ZodType, data: unknown, written: string | undefined): Words {
  const value = valueAt(data, issue.path);
  const { label, hint, kind, schema: found } = infoAlong(schema, data, issue.path);
  const name = `“${label}”`;
  const key = issue.path.findLast((part) => typeof part === 'string') ?? '';
  const add = addField(key, kind, hint);
  if (value === undefined && (issue.code === 'invalid_type' || issue.code === 'too_small')) {
    // What YAML takes for nothing, such as `null`, may be a name.
    return written && /\w/.test(written)
      ? { rule: 'missing-field', message: `${name} is nothing: ${written}`, advice: inQuotes(written) }
      : { rule: 'missing-field', message: `${name} is missing`, advice: add };
  }
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(name, issue.expected, { value, written, kind, key, schema: found });
    case 'too_small':
      return issue.origin === 'number'
        ? {
            rule: 'wrong-number',
            message: `${name} must be at least ${issue.minimum}, not ${value}`,
            advice: 'write a larger number',
          }
        : {
            rule: 'missing-field',
            message: `${name} is empty`,
            advice: found && !isRequired(found) ? { ...add, file: `remove the line, or ${add.file}` } : add,
          };
    case 'too_big':
      return issue.origin === 'number'
        ? {
            rule: 'wrong-number',
            message: `${name} must be at most ${issue.maximum}, not ${value}`,
            advice: 'write a smaller number',
          }
        : {
            rule: 'overlong-text',
            message: `${name} has ${String(value).length} characters, and may have ${issue.maximum}`,
            advice: 'shorten it',
          };
    case 'invalid_value':
      return oneOf(name, typeof value === 'number' ? (written ?? value) : value, issue.values.map(String));
    case 'invalid_union': {
      // The path ends with the key that tells the kinds of section apart.
      const parent = infoAlong(schema, data, issue.path.slice(0, -1)).schema;
      const options = (parent && optionsOf(parent)) ?? (found && optionsOf(found)) ?? [];
      return oneOf('“type”', value, options.map(blockType));
    }
    case 'custom': {
      const { rule, advice, write } = issue.params as Omit<Complaint, 'message'>;
      return { rule, message: `${name} ${issue.message}`, advice, ...(write === undefined ? {} : { write }) };
    }
    default:
      return {
        rule: 'wrong-type',
        message: `${name} is not right: ${issue.message}`,
        advice: hint ? { file: trimEnd(hint), form: 'correct it' } : 'correct it',
      };
  }
}

function oneOf(name: string, value: unknown, known: string[]): Words {
  const similar = typeof value === 'string' ? nearest(value, known) : undefined;
  return {
    rule: value === undefined ? 'missing-field' : 'unknown-choice',
    message:
      value === undefined
        ? `${name} is missing`
        : typeof value === 'object'
          ? `${name} must be one word`
          : `${name} can’t be “${value}”`,
    advice: {
      file: similar ? `write ${similar}` : `write one of: ${known.join(', ')}`,
      form: similar ? `choose ${similar}` : `choose one of ${known.join(', ')}`,
    },
  };
}

interface Found {
  value: unknown;
  written: string | undefined;
  kind: FieldKind | undefined;
  key: string;
  schema: z.ZodType | undefined;
}

function wrongType(name: string, expected: string, { value, written, kind, key, schema }: Found): Words {
  const rule = 'wrong-type';
  const found =
    value === null ? 'nothing' : Array.isArray(value) ? 'a list' : (nouns[typeof value] ?? 'something else');
  const letters =
    typeof value === 'string' ? value : (written ?? (typeof value === 'object' ? undefined : String(value)));
  const shown = typeof value === 'object' ? '' : `: ${letters}`;
  const example = `write ${key}: `;
  switch (expected) {
    case 'string':
      return {
        rule,
        message: `${name} must be text, and is ${found}${shown}`,
        advice:
          letters === undefined
            ? { file: `${example}and the text on the same line`, form: 'write it again' }
            : textAdvice(schema, letters),
      };
    case 'boolean':
      return {
        rule,
        message: `${name} must be true or false, and is ${found}${shown}`,
        advice: { file: `${example}true or ${key}: false`, form: 'switch it on or off' },
      };
    case 'int':
    case 'number':
      return {
        rule,
        message: `${name} must be a whole number, and is ${found}${shown}`,
        advice: { file: 'write a whole number, without quotes', form: 'write a whole number' },
      };
    case 'array':
      return {
        rule,
        message: `${name} must be a list, and is ${found}${shown}`,
        advice: { file: 'write each item on a line of its own after “- ”', form: 'add it to the list again' },
      };
    case 'object':
      return {
        rule,
        message: `${name} must have fields of its own, and is ${found}${shown}`,
        advice:
          kind === 'reference'
            ? { file: 'write “value: …” and “label: …” below it', form: 'choose it again' }
            : { file: 'write its fields below it, indented', form: 'write its fields again' },
      };
    default:
      return { rule, message: `${name} is not right`, advice: 'correct it' };
  }
}

/** What to write for letters that were taken for no text: in quotes, unless they would be wrong there too. */
function textAdvice(schema: z.ZodType | undefined, letters: string): Advice {
  const issue = schema?.safeParse(letters).error?.issues[0];
  return issue?.code === 'custom' ? (issue.params as Complaint).advice : inQuotes(letters);
}

const inQuotes = (letters: string): Advice => ({
  file: `put it in quotes: ${quoted(letters)}`,
  form: 'write it again',
});

/** A text in the quotes in which YAML reads it as that text. */
export const quoted = (text: string) => (/["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`);

const nouns: Record<string, string> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  object: 'a group of fields',
};

/** How a field is filled in, where that is not by writing. */
const fillings: { [Kind in FieldKind]?: string } = {
  date: 'choose a day',
  dayOrMoment: 'choose a day',
  flag: 'switch it on or off',
  choice: 'choose one',
  image: 'choose a picture',
  reference: 'choose one',
  list: 'add one',
  blocks: 'add a section',
};

const addField = (key: string, kind: FieldKind | undefined, hint: string | undefined) => ({
  file: `write ${key}: …${hint ? ` (${trimEnd(hint)})` : ''}`,
  form: (kind && fillings[kind]) ?? 'write it',
});

const trimEnd = (hint: string) => hint.replace(/\.$/, '');

function infoAlong(schema: z.ZodType, data: unknown, path: readonly PropertyKey[]) {
  let current: z.ZodType | undefined = schema;
  let info = infoOf(schema);
  for (const [depth, key] of path.entries()) {
    current = current && childOf(current, key, valueAt(data, path.slice(0, depth)));
    if (!current) break;
    info = infoOf(current) ?? info;
  }
  return { schema: current, label: String(path.findLast((part) => typeof part === 'string') ?? 'The file'), ...info };
}

function knownFields(schema: z.ZodType, data: unknown, path: readonly PropertyKey[]): string[] {
  const { schema: found } = infoAlong(schema, data, path);
  const option = found && unwrap(found);
  if (option instanceof z.ZodDiscriminatedUnion) {
    const type = (valueAt(data, path) as { type?: unknown } | undefined)?.type;
    const chosen = (option.options as z.ZodObject[]).find((kind) => blockType(kind) === type);
    return Object.keys(chosen?.shape ?? {});
  }
  return option instanceof z.ZodObject ? Object.keys(option.shape) : [];
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
