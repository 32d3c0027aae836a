import * as z from 'zod';
import { isHex } from './color';
import { type Complaint, judgeDate, normalDate } from './date';
import { schemeOf } from './web-address';

/**
 * The vocabulary a collection is declared in. Each word returns a zod schema that carries what people
 * need to know about the field; the check, the types, the JSON Schema and the handbook are read from it.
 */
export type FieldKind =
  | 'text'
  | 'longText'
  | 'number'
  | 'date'
  | 'dayOrMoment'
  | 'flag'
  | 'choice'
  | 'markdown'
  | 'blocks'
  | 'address'
  | 'image'
  | 'language'
  | 'handle'
  | 'reference'
  | 'list'
  | 'group';

export interface FieldInfo {
  kind: FieldKind;
  /** The editor's name of the field, as forms and messages show it. */
  label: string;
  /** What the editor should know before writing; a sentence. */
  hint?: string;
  /** For references: the collection that is referred to, and the field the reference is matched by. */
  to?: { collection: string; by: string };
  /** Names that fields of the group had in the CMS before this one, and what they are called now. */
  former?: Record<string, string>;
  /** The list may be written as a single value. */
  oneOrMany?: boolean;
  /** What a new entry begins with in the CMS: this moment, what its editor chose last, or its own name as a word. */
  initial?: 'now' | 'last' | 'slug';
  /** For engineers, in the file; the form of the CMS does not show it. */
  technical?: true;
  /** What an empty value says, where it is an answer and not a gap: the name of its switch in the CMS. */
  empty?: string;
  /** Search engines cut the text, as they cut titles or descriptions; the CMS says where. */
  cut?: 'title' | 'description';
}

/** What a word of the vocabulary is given. */
export type Words = Pick<FieldInfo, 'label' | 'hint' | 'initial' | 'cut' | 'empty' | 'technical'>;

/** Field information by schema. Ask with `infoOf`, which looks through optional and default wrappers. */
const registry = z.registry<FieldInfo>();

function judged(judge: (value: string) => Complaint | undefined, max?: number) {
  const filled = z.string().trim().min(1);
  return (max === undefined ? filled : filled.max(max)).superRefine((value, context) => {
    const complaint = value === '' ? undefined : judge(value);
    if (complaint) {
      context.addIssue({
        code: 'custom',
        message: complaint.message,
        params: { rule: complaint.rule, advice: complaint.advice, write: complaint.write },
      });
    }
  });
}

/** What a program may take for the end of a line (Unicode, annex 14), but for what is a control character (unshowable.ts). */
const lineEnd = /\s*(?:\r\n|[\n\r\u2028\u2029])\s*/g;

/** One line of text; space around it does not count. */
export const text = ({ max, ...words }: Words & { max?: number }) =>
  judged(brokenLine, max).register(registry, { kind: 'text', ...words });

/** What ends a line in the middle of a text would begin another wherever the text is one: in a feed, a calendar, a head. */
function brokenLine(value: string): Complaint | undefined {
  const line = value.replace(lineEnd, ' ');
  return line === value
    ? undefined
    : {
        rule: 'broken-line',
        message: 'is written on several lines',
        advice: { file: `write it on one: ${line}`, form: 'write it on one line' },
      };
}

/** A word that can stand in an address behind `#`. */
export const anchorWord = (words: Words) =>
  judged((value) =>
    /^[a-z0-9][\w-]*$/.test(value)
      ? undefined
      : {
          rule: 'wrong-anchor',
          message: `must be one word in lower case, not “${value}”`,
          advice: `write ${value.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
        },
  ).register(registry, { kind: 'text', ...words });

/** Text that may run over several lines. */
export const longText = (words: Words) =>
  z
    .string()
    .trim()
    .min(1)
    .register(registry, { kind: 'longText', ...words });

/** A whole number. */
export const number = ({ min, max, ...words }: Words & { min: number; max: number }) =>
  z
    .int()
    .min(min)
    .max(max)
    .register(registry, { kind: 'number', ...words });

/** True or false; false when it is left out. */
export const flag = (words: Words) =>
  z
    .boolean()
    .register(registry, { kind: 'flag', ...words })
    .default(false);

/**
 * A moment of the site’s own clock, which is UTC, such as that at which a post is published: a day (`2026-03-04`) is its
 * first moment. The value is as `Date.prototype.toISOString` writes it. For what happens elsewhere, see `dayOrMoment`.
 */
export const date = (words: Words) =>
  judged(judgeDate)
    .transform((value) => (judgeDate(value) ? value : new Date(value).toISOString()))
    .brand<'date'>()
    .register(registry, { kind: 'date', ...words });

/** A day, or a moment with its zone: what was written, in the one spelling of `normalDate`. See date.ts. */
export const dayOrMoment = (words: Words) =>
  judged(judgeDate)
    .transform((value) => (judgeDate(value) ? value : normalDate(value)))
    .brand<'dayOrMoment'>()
    .register(registry, { kind: 'dayOrMoment', ...words });

/** The keys of a record, for a choice among what it holds. */
export const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] =>
  Object.keys(record) as Key[];

/** One of a few given words. */
export const choice = <Word extends string, Values extends readonly Word[]>({
  values,
  ...words
}: Words & { values: Values }) => z.enum(values).register(registry, { kind: 'choice', ...words });

/** Markdown, as in a body. The site shows it as HTML. */
export const markdown = (words: Words) =>
  z
    .string()
    .min(1)
    .brand<'markdown'>()
    .register(registry, { kind: 'markdown', ...words });

/** Signs that an address can’t hold: nobody sees them, or browsers and hosts read them each in their own way. */
const oddSigns = {
  control: {
    pattern: /[\p{Cc}\p{Zl}\p{Zp}]/gu,
    what: 'contains a character that can’t be seen',
    advice: () => 'write the address anew, without copying it',
  },
  half: {
    pattern: /\p{Cs}/gu,
    what: 'contains half a character',
    advice: () => 'write the address anew, without copying it',
  },
  space: { pattern: /\s/g, what: 'contains a space', advice: () => 'write the address without spaces, or with %20' },
  backslash: {
    pattern: /\\/g,
    what: 'contains a backslash',
    advice: (value: string) => `write ${value.replaceAll('\\', '/')}`,
  },
};
type OddSign = keyof typeof oddSigns;
const all = Object.keys(oddSigns) as OddSign[];

function oddSignIn(value: string, refused: readonly OddSign[] = all): Complaint | undefined {
  const found = refused.map((name) => oddSigns[name]).find(({ pattern }) => value.search(pattern) !== -1);
  if (!found) return undefined;
  const shown = value.replace(oddSigns.control.pattern, '\uFFFD');
  return { rule: 'wrong-address', message: `${found.what}: “${shown}”`, advice: found.advice(value) };
}

const isWhole = (value: string) => /^https?:\/\//i.test(value) && URL.canParse(value);

const addressWith = ({ contact, refused }: { contact?: boolean; refused?: readonly OddSign[] }, words: Words) =>
  judged((value) => {
    const odd = oddSignIn(value, refused);
    if (odd) return odd;
    if (schemeOf(value) === undefined || isWhole(value)) return undefined;
    const isContact = /^(?:mailto|tel):./i.test(value);
    if (contact && isContact) return undefined;
    return {
      rule: 'wrong-address',
      message: isContact ? `must lead to a page: “${value}”` : `is not a web address: “${value}”`,
      advice: 'write an address such as https://example.org/page',
    };
  }).register(registry, { kind: 'address', ...words });

/**
 * Where a link leads: a path, an absolute address with http or https, an e-mail address behind `mailto:` or a number
 * behind `tel:`. Which of them makes sense, the field's hint says.
 */
export const address = (words: Words) => addressWith({ contact: true }, words);

/** The address of a page or a file elsewhere or on the site: a path, or absolute with http or https. */
export const pageAddress = (words: Words) => addressWith({}, words);

/** The address that an entry asks for; which of them it can have, `site/address.ts` says. */
export const ownAddress = (words: Words) => addressWith({ refused: ['control', 'space'] }, words);

/** Where a redirect leads: the address of a page or a file, which may be written as people read it, with spaces. */
export const redirectTarget = (words: Words) => addressWith({ refused: ['control', 'half'] }, words);

/** An absolute web address with http or https. */
export const absoluteAddress = (words: Words) =>
  judged(
    (value) =>
      oddSignIn(value) ??
      (isWhole(value)
        ? undefined
        : {
            rule: 'wrong-address',
            message: `is not a whole web address: “${value}”`,
            advice: 'write it with https:// at its start',
          }),
  )
    .brand<'address'>()
    .register(registry, { kind: 'address', ...words });

/** A color by its digits: `#f06` or `#ff0066`. */
export const color = (words: Words) =>
  judged((value) =>
    isHex(value)
      ? undefined
      : {
          rule: 'wrong-color',
          message: `is not a color in digits: “${value}”`,
          advice: isHex(`#${value}`)
            ? { file: `write "#${value}"`, form: `write #${value}` }
            : { file: 'write a color such as "#0b6e99"', form: 'write a color such as #0b6e99' },
        },
  ).register(registry, { kind: 'text', ...words });

/** Names of fonts as CSS lists them, the best first. */
export const fontStack = (words: Words) =>
  judged((value) =>
    /^(?:[\p{L}\d][\p{L}\d -]*|"[\p{L}\d][\p{L}\d -]*")(?:, *(?:[\p{L}\d][\p{L}\d -]*|"[\p{L}\d][\p{L}\d -]*"))*$/u.test(
      value,
    )
      ? undefined
      : {
          rule: 'wrong-font',
          message: `is not a list of fonts: “${value}”`,
          advice: 'write names with commas between them, such as Inter, system-ui, sans-serif',
        },
  ).register(registry, { kind: 'text', ...words });

/** An address that others begin with: a path of the site with `/` at both ends, such as `/blog/`. */
export const sectionAddress = (words: Words) =>
  judged((value) => {
    if (/^\/(?:(?!\.{1,2}\/)[^\s/\\?#%<>"|*]+\/)+$/.test(value)) return undefined;
    const names = value
      .replace(/^[a-z]+:\/\/[^/]*/i, '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}/-]+|\//u)
      .filter(Boolean);
    return {
      rule: 'wrong-address',
      message: `is not a path with “/” at both ends: “${value}”`,
      advice: `write ${names.length > 0 ? `/${names.join('/')}/` : 'a path such as /blog/'}`,
    };
  }).register(registry, { kind: 'text', ...words });

/**
 * A picture: its path below `static/`, such as `/img/photo.jpg`, or an address elsewhere, unless it must be the site's
 * `own`.
 */
export const image = ({ own = false, ...words }: Words & { own?: boolean }) =>
  judged((value) => {
    if (own && isWhole(value)) {
      const advice = {
        file: 'put the file below static/, and write its path: /img/icon.svg',
        form: 'upload the file, and choose it here',
      };
      return { rule: 'wrong-picture-address', message: `must be a file of this site, not “${value}”`, advice };
    }
    const odd = oddSignIn(value, ['control', 'half']);
    if (odd) return { ...odd, rule: 'wrong-picture-address' };
    if (/^\/(?!\/)/.test(value) || (isWhole(value) && !oddSignIn(value))) return undefined;
    return {
      rule: 'wrong-picture-address',
      message: `must be a path that begins with “/”, not “${value}”`,
      advice: {
        file: `write ${value.startsWith('static/') ? value.slice('static'.length) : `/img/${value.split('/').pop()}`}`,
        form: 'choose the picture again, or upload it',
      },
    };
  })
    .brand<'image'>()
    .register(registry, { kind: 'image', ...words });

/** A language tag (BCP 47), such as `en`, `ko` or `pt-BR`. */
export const language = (words: Words) =>
  judged((value) => {
    try {
      return new Intl.Locale(value).language.length > 3 ? languageComplaint(value) : undefined;
    } catch {
      return languageComplaint(value);
    }
  }).register(registry, { kind: 'language', ...words });

/** The name of an account on X, formerly Twitter, in any form people write it in; see `site/head.ts`. */
export const handle = (words: Words) =>
  z
    .string()
    .trim()
    .min(1)
    .register(registry, { kind: 'handle', ...words });

/** The name of another entry: the value of its field `by`. */
export const reference = ({ collection, by, ...words }: Words & { collection: string; by: string }) =>
  z
    .string()
    .trim()
    .min(1)
    .register(registry, { kind: 'reference', to: { collection, by }, ...words });

/**
 * A reference that keeps the label beside the value, as the CMS has always written categories:
 * `{ value, label }`. Found by value, else by label; either may be missing, not both.
 */
export const labelledReference = ({ collection, by, ...words }: Words & { collection: string; by: string }) =>
  z
    .strictObject({
      value: text({ label: 'Value' }).exactOptional(),
      label: text({ label: 'Label' }).exactOptional(),
    })
    .register(registry, { kind: 'reference', to: { collection, by }, former: { id: 'value' }, ...words });

/** A list; at least `min` long. */
export const list = <Item extends z.ZodType>(item: Item, { min = 0, ...words }: Words & { min?: number }) =>
  z
    .array(item)
    .min(min)
    .register(registry, { kind: 'list', ...words });

/** A list that may be written as one value alone: `author: Editorial` means `author: [Editorial]`. */
export const oneOrMany = <Item extends z.ZodType>(item: Item, words: Words) =>
  z
    .preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item).min(1))
    .register(registry, { kind: 'list', oneOrMany: true, ...words });

/** Fields that belong together, under a name of their own. */
export const group = <Shape extends z.ZodRawShape>(shape: Shape, words: Words) =>
  z.strictObject(shape).register(registry, { kind: 'group', ...words });

/**
 * A list of sections of several kinds, told apart by their `type`. Each kind is a `block`; `label` is the editor's name
 * for it.
 */
export const blocks = <Options extends readonly [z.ZodObject, ...z.ZodObject[]]>(options: Options, words: Words) =>
  z.array(z.discriminatedUnion('type', options)).register(registry, { kind: 'blocks', ...words });

/** One kind of section: its fields, and its `type`. */
export const block = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape, words: Words) =>
  z.strictObject({ type: z.literal(type), ...shape }).register(registry, { kind: 'group', ...words });

/** The `type` of a kind of section. */
export const blockType = ({ shape }: z.ZodObject): string => String((shape['type'] as z.ZodLiteral).value);

/** What a field declared, whether or not it is optional. Undefined for a schema that is no field. */
export function infoOf(schema: unknown): FieldInfo | undefined {
  let inner = schema as z.ZodType | undefined;
  while (inner) {
    const info = registry.get(inner);
    if (info) return info;
    inner = (inner.def as { innerType?: z.ZodType }).innerType;
  }
  return undefined;
}

/** Whether an entry must have the field. */
export const isRequired = (schema: z.ZodType) =>
  !(schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault);

/** The schema without optional and default wrappers. */
export function unwrap(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (!registry.has(inner)) {
    const next = (inner.def as { innerType?: z.ZodType }).innerType;
    if (!next) return inner;
    inner = next;
  }
  return inner;
}

/**
 * The schema at one step below another: a group's field, a list's item. Of several kinds of section, `value`, the data
 * at the schema, tells which.
 */
export function childOf(schema: z.ZodType, key: PropertyKey, value?: unknown): z.ZodType | undefined {
  let inner = unwrap(schema);
  if (inner instanceof z.ZodPipe && inner.def.out instanceof z.ZodArray) inner = inner.def.out;
  if (inner instanceof z.ZodDiscriminatedUnion) {
    const type = (value as { type?: unknown } | undefined)?.type;
    const option = (inner.options as z.ZodObject[]).find((kind) => blockType(kind) === type);
    return option && fieldOf(option, key);
  }
  if (inner instanceof z.ZodObject) return fieldOf(inner, key);
  if (inner instanceof z.ZodArray) return inner.element as z.ZodType;
  return undefined;
}

/** Undefined also for what every object has, such as `constructor`. */
const fieldOf = ({ shape }: z.ZodObject, key: PropertyKey) =>
  Object.hasOwn(shape, key) ? (shape[key as string] as z.ZodType) : undefined;

/** All schemas one step below another. */
export function childrenOf(schema: z.ZodType): z.ZodType[] {
  const options = optionsOf(schema);
  if (options) return options.flatMap(({ shape }) => Object.values(shape) as z.ZodType[]);
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return Object.values(inner.shape) as z.ZodType[];
  const item = childOf(inner, 0);
  return item ? [item] : [];
}

/** The kinds of section a list of sections may hold; undefined for any other schema. */
export function optionsOf(schema: z.ZodType): z.ZodObject[] | undefined {
  const inner = unwrap(schema);
  const item = inner instanceof z.ZodArray ? inner.element : inner;
  return item instanceof z.ZodDiscriminatedUnion ? (item.options as z.ZodObject[]) : undefined;
}

function languageComplaint(value: string): Complaint {
  return {
    rule: 'wrong-language',
    message: `is not a language tag: “${value}”`,
    advice: 'write a tag such as en, ko or pt-BR',
  };
}
