import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginOf, endOf, isDay, judgeDate, normalDate, spanOf, zoneOf } from '../../src/model/date';

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const two = (number: number) => String(number).padStart(2, '0');
const zone = fc.oneof(
  fc.constantFrom('Z', '+00:00', '-00:00'),
  fc
    .tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 13 }), fc.constantFrom(0, 15, 30, 45))
    .map(([sign, hours, minutes]) => `${sign}${two(hours)}:${two(minutes)}`),
);
const time = fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }));
const moment = fc
  .tuple(day, time, zone)
  .map(([date, [hour, minute], at]) => `${date}T${two(hour)}:${two(minute)}:00${at}`);

test('a day stays the day that was written, and lasts from its first moment to its last', () => {
  fc.assert(
    fc.property(day, zone, (date, at) => {
      expect([judgeDate(date), normalDate(date), isDay(date), zoneOf(date)]).toEqual([
        undefined,
        date,
        true,
        undefined,
      ]);
      expect(Date.parse(endOf(date, at)) - Date.parse(beginOf(date, at))).toBe(86_400_000 - 1);
      expect(beginOf(date)).toBe(`${date}T00:00:00.000Z`);
    }),
  );
});

test('a moment stays that moment, on the day and at the hour of its own zone', () => {
  fc.assert(
    fc.property(moment, (written) => {
      const normal = normalDate(written);
      expect(judgeDate(written)).toBeUndefined();
      expect(isDay(normal)).toBe(false);
      expect(Date.parse(normal)).toBe(Date.parse(written));
      expect(normal.slice(0, 16)).toBe(written.slice(0, 16));
      expect(zoneOf(normal)).toBe(zoneOf(written)?.replace(/^[+-]00:00$/, 'Z'));
      expect([beginOf(normal), endOf(normal)]).toEqual([
        new Date(written).toISOString(),
        new Date(written).toISOString(),
      ]);
      expect(normalDate(normal)).toBe(normal);
    }),
  );
});

test('a day beside a moment is a day of the moment’s zone: what begins on it ends on it', () => {
  fc.assert(
    fc.property(moment, (written) => {
      const start = normalDate(written);
      const sameDay = start.slice(0, 10);
      const evening = spanOf(start, sameDay);
      expect(evening.first <= evening.last).toBe(true);
      expect(Date.parse(evening.last) - Date.parse(evening.first)).toBeLessThan(86_400_000);
      const morning = spanOf(sameDay, start);
      expect(morning.first <= morning.last).toBe(true);
      expect(Date.parse(morning.last) - Date.parse(morning.first)).toBeLessThan(86_400_000);
    }),
  );
});

test('a zone is at most 14 hours from UTC, and has minutes of an hour', () => {
  for (const zone of ['+14:00', '-12:00', '+05:45', '-14:00'])
    expect([zone, judgeDate(`2026-03-04T15:00:00${zone}`)?.message]).not.toEqual([
      zone,
      expect.stringContaining('has a time that does not exist'),
    ]);
  for (const zone of ['+15:00', '-15:00', '+23:00', '+05:60'])
    expect(judgeDate(`2026-03-04T15:00:00${zone}`)?.message).toContain('has a time that does not exist');
});
