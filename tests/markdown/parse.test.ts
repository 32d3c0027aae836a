import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/markdown/parse/parse';
import { growth, linear } from '../growth';

const nested = (count: number) => `${'*a _b '.repeat(count)}${'c_ d* '.repeat(count)}`;

test('a text that would take the parser minutes is refused at once', () => {
  const hard = (count: number) => [nested(count), ...['~~a ', '> ', '- ', '1. '].map((sign) => sign.repeat(count))];
  const refuse = (count: number) => {
    for (const text of hard(count)) expect(() => parseMarkdown(`Text.\n\n${text}a`)).toThrow(RangeError);
  };
  expect(growth(refuse, 2500)).toBeLessThan(linear);
});

test('what is long and not intricate is read: many paragraphs, rows and items with signs, and code of nothing else', () => {
  const texts = [
    '**a** and *b*\n\n'.repeat(1500),
    `|a|\n|-|\n${'|**a** _b_|\n'.repeat(1200)}`,
    '- **a** and *b*\n'.repeat(1200),
    `\`\`\`\n${'* _a_ ~ * b\n'.repeat(1200)}\`\`\`\n`,
    '> > quoted\n'.repeat(1200),
    nested(200),
  ];
  for (const text of texts) expect(parseMarkdown(text).children.length).toBeGreaterThan(0);
});
