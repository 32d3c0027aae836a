import fc from 'fast-check';

/** Pieces of YAML and Markdown that together make every kind of broken file. */
const fragments = fc.array(
  fc.oneof(
    fc.constantFrom(
      ...[
        '---',
        '---js',
        '----',
        '...',
        '\n',
        '\r\n',
        '\r',
        '\t',
        '  ',
        '- ',
        ': ',
        'title:',
        'seo:',
        '*a',
        '&a ',
        '<<: ',
      ],
      ...[
        '"',
        "'",
        '[',
        ']',
        '{',
        '}',
        '|',
        '>',
        '!!js/function ',
        '!x ',
        '%YAML 1.1',
        '? ',
        '#',
        '\uFEFF',
        '\u0000',
        '\uD800',
      ],
      ...['__proto__: ', 'constructor: ', 'é', '文', '😀', '2016-19-17', '1e999', '.nan', '0x1'],
    ),
    fc.string({ maxLength: 8 }),
  ),
  { maxLength: 40 },
);

/** Sources of which most can't be read. */
export const hostileText = fc
  .tuple(fc.boolean(), fragments)
  .map(([framed, parts]) => (framed ? `---\n${parts.join('')}\n---\nText\n` : parts.join('')));
