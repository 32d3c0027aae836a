import * as z from 'zod';
import { type Collection, folderAddress } from './collection';
import { blockType, childOf, type FieldInfo, infoOf, isRequired, optionsOf, unwrap } from './field';

/** The fields of all collections as a Markdown page for people: what each is for, and what to write. */
export function handbookOf(collections: readonly Collection[]): string {
  return [
    '<!-- Made by `npm run docs` from src/collections/; change it there. -->',
    '',
    '# Front matter',
    '',
    'What can be written in the files of `content/`. A field marked with ● must be there.',
    '`<blog>` stands for `blog.address` of the site settings, `/blog` if they say nothing.',
    ...collections.flatMap(sectionOf),
    '',
  ].join('\n');
}

function sectionOf({ plural, description, folder, format, single, template, address, schema }: Collection): string[] {
  const file = single ? `content/${folder}.${format}` : `content/${folder}/<name>.${format}`;
  return [
    '',
    `## ${plural}`,
    '',
    description,
    '',
    `- File: \`${file}\``,
    ...(address !== undefined
      ? [
          `- Address: \`${folderAddress({ address }, '<blog>/')}<name>/\`${'seo' in schema.shape ? ', or the path of `seo.url`' : ''}`,
        ]
      : []),
    ...(template ? [`- \`templateKey\`: \`${template}\`; may be left out`] : []),
    '',
    '| | Field | Label | What to write |',
    '| :-: | :-- | :-- | :-- |',
    ...rowsOf(schema, ''),
    ...sectionsOf(schema),
  ];
}

/** The kinds of section that a page may be built of, each with its fields. */
function sectionsOf(schema: z.ZodObject): string[] {
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, field]) =>
    (optionsOf(field) ?? []).flatMap((option) => [
      '',
      `### \`${key}[]\`, \`type: ${blockType(option)}\`: ${infoOf(option)?.label}`,
      '',
      '| | Field | Label | What to write |',
      '| :-: | :-- | :-- | :-- |',
      ...rowsOf(option, ''),
    ]),
  );
}

function rowsOf(schema: z.ZodType, prefix: string): string[] {
  const inner = unwrap(schema);
  if (!(inner instanceof z.ZodObject)) return [];
  return Object.entries(inner.shape as Record<string, z.ZodType>).flatMap(([key, field]) => {
    const info = infoOf(field);
    if (!info) return [];
    const name = `${prefix}${key}`;
    const item = info.kind === 'list' ? childOf(field, 0) : undefined;
    const nested =
      info.kind === 'group'
        ? rowsOf(field, `${name}.`)
        : item && infoOf(item)?.kind === 'group'
          ? rowsOf(item, `${name}[].`)
          : [];
    const required = isRequired(field) ? '●' : '';
    const text = `${kinds[info.kind](info)}${info.hint ? `. ${info.hint}` : ''}`.replaceAll('|', '\\|');
    return [`| ${required} | \`${name}\` | ${info.label} | ${text} |`, ...nested];
  });
}

const kinds: Record<FieldInfo['kind'], (info: FieldInfo) => string> = {
  text: ({ empty }) => (empty ? `Text; \`""\` says “${empty}”` : 'Text'),
  longText: () => 'Text, on several lines if need be',
  number: () => 'A whole number',
  date: () => 'A date: `2026-03-04` or `2026-03-04T15:00:00.000Z`',
  dayOrMoment: () => 'A day, `2026-03-04`, or a moment with its zone, `2026-03-04T20:00:00-08:00`',
  choice: () => 'One of a few words',
  markdown: () => 'Text in Markdown',
  blocks: () => 'A list of sections, each with a `type`',
  flag: () => '`true` or `false`; `false` when left out',
  address: () => 'A web address',
  image: () => 'A picture: `/img/photo.jpg`',
  language: () => 'A language tag: `en`',
  handle: () => 'The name of an account: `@example_org`',
  reference: ({ to }) => `The ${to?.by ?? 'name'} of one of the ${to?.collection ?? 'entries'} files`,
  list: ({ oneOrMany }) => (oneOrMany ? 'One, or a list' : 'A list'),
  group: () => 'Fields of its own',
};
