import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOf, partsOf, zones } from '../../../src/cms/form/day-control';
import { normalDate } from '../../../src/model/date';
import { dayOrMoment } from '../../../src/model/field';

const two = (number: number) => String(number).padStart(2, '0');
const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const parts = fc.record({
  day,
  hour: fc.oneof(
    fc.constant(''),
    fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })).map(([h, m]) => `${two(h)}:${two(m)}`),
  ),
  zone: fc.constantFrom(...zones),
});

test('what an editor chooses is what is written: a day without an hour, else a moment in the zone that was chosen', () => {
  const field = dayOrMoment({ label: 'Start' });
  fc.assert(
    fc.property(parts, (chosen) => {
      const written = dateOf(chosen);
      expect(field.safeParse(written)).toEqual({ success: true, data: written });
      expect(partsOf(written)).toEqual(chosen.hour === '' ? { ...chosen, zone: 'Z' } : chosen);
    }),
  );
  expect(dateOf({ day: '2026-06-13', hour: '20:00', zone: '-08:00' })).toBe('2026-06-13T20:00:00.000-08:00');
});

test('a file’s own spelling is shown as the day, hour and zone that it says', () => {
  for (const written of ['2026-06-13T20:00:00-08:00', '2026-06-13T20:00:00.500-08:00'])
    expect(partsOf(written)).toEqual({ day: '2026-06-13', hour: '20:00', zone: '-08:00' });
  expect(partsOf(normalDate('2026-06-13T20:00:00+00:00'))).toEqual({ day: '2026-06-13', hour: '20:00', zone: 'Z' });
  for (const nothing of ['', undefined, null, 'tomorrow']) expect(partsOf(nothing).day).toBe('');
});

test('every zone stands once in the list, from west to east', () => {
  expect(new Set(zones).size).toBe(zones.length);
  expect([zones[0], zones.at(-1)]).toEqual(['-12:00', '+14:00']);
});
