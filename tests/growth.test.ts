import { expect, test } from 'vitest';
import { growth, linear } from './growth';

test('what looks at each piece once is told from what compares each with each', () => {
  const spin = (steps: number) => {
    let sum = 0;
    for (let step = 0; step < steps; step++) sum += Math.sqrt(step);
    return sum;
  };
  expect(growth((size) => spin(size * 200_000), 10)).toBeLessThan(linear);
  expect(growth((size) => spin(size * size * 20_000), 10)).toBeGreaterThan(linear);
});
