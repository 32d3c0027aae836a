import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contrast, isHex, leastContrast, readable } from '../../src/model/color';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

test('contrast is what WCAG 2.2 says it is', () => {
  expect(contrast('#000', '#fff')).toBeCloseTo(21, 5);
  expect(contrast('#fff', '#FFFFFF')).toBe(1);
  // The grays that are just enough on white, and just not, as its authors give them.
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  expect(contrast('#f00', '#fff')).toBeCloseTo(4.0, 1);
});

test('a color that can be read stays as it is, and any other becomes one that can', () => {
  fc.assert(
    fc.property(hex, hex, fc.constantFrom(3, 4.5), (color, ground, least) => {
      const made = readable(color, [ground], least);
      expect(isHex(made)).toBe(true);
      // Black or white reaches 4.58 on any ground.
      expect(contrast(made, ground)).toBeGreaterThanOrEqual(least);
      if (contrast(color, ground) >= least) expect(made).toBe(color);
    }),
  );
});

test('of what can be read on several grounds, the nearest is taken; where nothing can, the best', () => {
  expect(readable('#0b6e99', ['#fff', '#f5f3ef'], 4.5)).toBe('#0b6e99');
  expect(readable('#ffd400', ['#fff'], 3)).toMatchInlineSnapshot(`"#b09200"`);
  expect(leastContrast(readable('#ffd400', ['#000', '#fff'], 4.5), ['#000', '#fff'])).toBe(1);
});

test.each([
  '#12',
  '123456',
  '#12345',
  '#gggggg',
  'red',
  '#1234567',
  '#12345678',
  '',
])('“%s” is no color in digits', (text) => {
  expect(isHex(text)).toBe(false);
});
