import fc, { type GeneratorValue } from 'fast-check';

type Tree = string | number | boolean | null | Tree[] | { [name: string]: Tree };

const texts = [
  ...[
    'yes',
    'no',
    'null',
    '~',
    'true',
    '12',
    '0x1f',
    '1e3',
    '.nan',
    '-',
    '---',
    '2026-03-04',
    '2026-03-04T15:00:00.000Z',
  ],
  ...[
    'One: two',
    'a #b',
    '# c',
    '*star',
    '&and',
    '[x]',
    '{y}',
    "it's",
    'say “so”',
    '"quoted"',
    '@name',
    '%s - x',
    '!tag',
  ],
  ...[
    '한국어 텍스트',
    'نص عربي',
    '😀 emoji',
    ' leading',
    'trailing ',
    'tab\there',
    'a, b',
    '- item',
    '? key',
    'x:',
    '',
  ],
  ...[
    'two\nlines',
    'ends\n',
    '\nbegins',
    'three\n\n  indented\nlines\n',
    'blank\n \nline',
    'many\n\n\n',
    'a\r\nb',
    '\u2028',
    '\uFEFFx',
  ],
  'A long sentence that goes on and on, '.repeat(8).trim(),
  'word '.repeat(40).trim(),
];
const names = [
  'title',
  'text',
  'url',
  'a b',
  'ключ',
  '12',
  'null',
  'x:y',
  'with "quotes"',
  '__proto__',
  'date',
  'tags',
  'seo',
];

const scalar = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<Tree>(...texts) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 2, arbitrary: fc.constantFrom<Tree>(true, false, null, 0, 12, -3.5, 1e21) },
);

/** Any value that fields may have. */
export const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom(...names), tie('tree'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).tree;

/** Fields as people write them by hand: in every style, with comments, blank lines, anchors, and line ends of both kinds. */
export const hostileYaml = fc.gen().map((g) => {
  const eol = one(g, '\n', '\r\n', 'mixed');
  const text = fieldsIn(g, '', g(fc.constantFrom, 2, 4), 0);
  return eol === 'mixed' ? text.replace(/\n/g, () => one(g, '\n', '\r\n')) : text.replace(/\n/g, eol);
});

/** One of a few texts. */
const one = (g: GeneratorValue, ...choices: string[]): string => g(() => fc.constantFrom(...choices));

function fieldsIn(g: GeneratorValue, indent: string, step: number, depth: number): string {
  const chosen = g(() => fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: depth === 0 ? 6 : 3 }));
  let lines = '';
  for (const [index, name] of chosen.entries()) {
    if (index > 0 || depth === 0) lines += noteIn(g, indent);
    const quoted = g(fc.boolean) ? JSON.stringify(name) : `'${name}'`;
    const key = /^[a-z ]+$/i.test(name) && name !== 'null' ? name : quoted;
    lines += `${index > 0 || depth === 0 ? indent : ''}${key}:${valueIn(g, indent, step, depth, g(fc.boolean))}`;
  }
  if (depth === 0 && g(fc.integer, { min: 0, max: 3 }) === 0)
    lines += `anchored: &one ${one(g, '[a, b]', 'text', '{c: d}')}\nother: *one\n`;
  return depth === 0 ? lines + noteIn(g, indent) : lines;
}

const noteIn = (g: GeneratorValue, indent: string) =>
  one(g, '', '', '', '\n', `${indent}# a note\n`, `\n${indent}# a note: with "signs"\n\n`);

/** What stands behind a colon, up to the end of its last line. */
function valueIn(g: GeneratorValue, indent: string, step: number, depth: number, offset: boolean): string {
  const tail = one(g, '\n', '\n', '\n', '  # why\n', ' \n');
  const kind = depth > 2 ? 'scalar' : one(g, 'scalar', 'scalar', 'scalar', 'map', 'list', 'flow', 'block');
  const deeper = indent + ' '.repeat(step);
  if (kind === 'map') return `${tail}${deeper}${fieldsIn(g, deeper, step, depth + 1)}`;
  if (kind === 'list') {
    const place = offset ? deeper : indent;
    const count = g(fc.integer, { min: 1, max: 4 });
    const items = Array.from({ length: count }, () => {
      const item = g(fc.boolean) && depth < 2 ? ` ${fieldsIn(g, `${place}  `, step, depth + 1)}` : scalarIn(g);
      return `${noteIn(g, place)}${place}-${item}`;
    });
    return tail + items.join('');
  }
  if (kind === 'flow') {
    return ` ${one(g, '[]', '{}', '[a, "b", 3]', '[ a , b ]', '{a: b, c: {d: e}}', '[x: y, {z}]', `[\n${deeper}a,\n${deeper}b # note\n${deeper}]`)}${tail}`;
  }
  if (kind === 'block') {
    const head = one(g, '|', '|-', '>', '>-', '|+', '>+ # note');
    return ` ${head}\n${deeper}First: line\n${one(g, '', '\n')}${deeper}${one(g, 'second # line', '  more', '- x')}\n${one(g, '', '\n', '\n\n')}`;
  }
  return scalarIn(g, tail);
}

function scalarIn(g: GeneratorValue, tail = '\n'): string {
  const safe = /^[\p{L}\d][\p{L}\d .,’“”-]*[\p{L}\d.]$/u;
  const value = String(g(() => scalar) ?? '');
  if (value === '') return tail;
  const style = one(g, 'plain', 'single', 'double');
  if (style === 'plain' && safe.test(value)) return ` ${value}${tail}`;
  if (style === 'single' && /^[^\p{C}\u2028\u2029]*$/u.test(value)) return ` '${value.replace(/'/g, "''")}'${tail}`;
  return ` ${JSON.stringify(value).replace(/[\u2028\u2029\uFEFF]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`)}${tail}`;
}

/** The same data with one or a few things changed, as an editor would. */
export function changed(g: GeneratorValue, data: Tree): Tree {
  const fields = structuredClone(data) as { [name: string]: Tree };
  for (let count = g(fc.integer, { min: 1, max: 3 }); count > 0; count -= 1) changeOne(g, fields);
  return fields;
}

function changeOne(g: GeneratorValue, parent: { [name: string]: Tree } | Tree[]): void {
  const keys = Object.keys(parent);
  const key = keys.length > 0 ? g(fc.constantFrom, ...keys) : undefined;
  const inner = key === undefined ? undefined : Object.entries(parent).find(([name]) => name === key)?.[1];
  if (inner && typeof inner === 'object' && g(fc.integer, { min: 0, max: 3 }) > 0) {
    changeOne(g, inner);
    return;
  }
  const what = one(g, 'change', 'change', 'add', 'remove', 'move');
  if (Array.isArray(parent)) {
    if (what === 'add')
      parent.splice(
        g(fc.integer, { min: 0, max: parent.length }),
        0,
        g(() => tree),
      );
    else if (what === 'remove') parent.splice(Number(key ?? 0), 1);
    else if (what === 'move') parent.reverse();
    else if (key !== undefined) parent[Number(key)] = g(() => tree);
  } else if (what === 'add' || key === undefined)
    define(
      parent,
      one(g, ...names, 'new', ''),
      g(() => tree),
    );
  else if (what === 'remove') delete parent[key];
  else
    define(
      parent,
      key,
      g(() => tree),
    );
}

const define = (fields: object, name: string, value: Tree) =>
  Object.defineProperty(fields, name, { value, enumerable: true, writable: true, configurable: true });
