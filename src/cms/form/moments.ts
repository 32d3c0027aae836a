/**
 * A moment as its editor lives it, beside UTC: “1 February 2027, 10:00 your time (09:00 UTC)”. `zone` is an IANA name; the
 * browser's own when left out. What is no date gives undefined.
 */
export function momentText(value: unknown, zone?: string): string | undefined {
  const moment = value instanceof Date ? value : new Date(String(value));
  if (value === '' || value === undefined || value === null || Number.isNaN(moment.getTime())) return undefined;
  const there = { ...(zone ? { timeZone: zone } : {}) };
  const own = partsOf(moment, there);
  const utc = partsOf(moment, { timeZone: 'UTC' });
  if (own.day === utc.day && own.hour === utc.hour) return `${utc.day}, ${utc.hour} UTC`;
  const beside = own.day === utc.day ? utc.hour : `${utc.day}, ${utc.hour}`;
  return `${own.day}, ${own.hour} your time (${beside} UTC)`;
}

const partsOf = (moment: Date, zone: Intl.DateTimeFormatOptions) => ({
  day: new Intl.DateTimeFormat('en-GB', { ...zone, day: 'numeric', month: 'long', year: 'numeric' }).format(moment),
  hour: new Intl.DateTimeFormat('en-GB', { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    moment,
  ),
});
