const months = 'january february march april may june july august september october november december'.split(' ');
const monthAt = (word: string) => months.findIndex((month) => word.length >= 3 && month.startsWith(word.toLowerCase()));

const two = (number: number) => String(number).padStart(2, '0');
const lastDayOf = (year: number, month: number) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** The days that words name. `when` are those words, where they name no days but months. */
export interface Days {
  start: string;
  end?: string;
  when?: string;
}

/**
 * Reads days as people write them in English: “July 29-30, 2026”, “April 29–May 1, 2019”, “November 5 & 6, 2026”, “22 May
 * 2026”, “August-September 2026”. Undefined for whatever is not certain, as days without a year.
 */
export function daysIn(written: string): Days | undefined {
  const text = written.replace(/\s+/g, ' ').trim();
  const iso = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  if (iso) return { start: text };
  const words = text
    .replace(/(\d)(?:st|nd|rd|th)\b/gi, '$1')
    .replace(/[!.]+$/, '')
    .split(/(\s*(?:-|–|—|&|\bto\b|\band\b|,)\s*|\s+)/i)
    .map((word) => word.trim())
    .filter((word) => word !== '' && word !== ',');
  const years = words.filter((word) => /^\d{4}$/.test(word)).map(Number);
  const year = years.at(-1);
  if (year === undefined || years.length > 2) return undefined;
  const points: { month?: number; day?: number; year?: number }[] = [{}];
  for (const word of words) {
    const point = points.at(-1) as { month?: number; day?: number; year?: number };
    if (/^(?:-|–|—|&|to|and)$/i.test(word)) points.push({});
    else if (/^\d{4}$/.test(word)) point.year = Number(word);
    else if (/^\d{1,2}$/.test(word) && point.day === undefined) point.day = Number(word);
    else if (monthAt(word) >= 0 && point.month === undefined) point.month = monthAt(word);
    else return undefined;
  }
  const [from, to] = [points[0], points.at(-1)];
  if (!from || !to || points.length > 2) return undefined;
  const fromMonth = from.month ?? to.month;
  const toMonth = to.month ?? from.month;
  if (fromMonth === undefined || toMonth === undefined) return undefined;
  if ((from.day === undefined) !== (to.day === undefined)) return undefined;
  const fromYear = from.year ?? (fromMonth > toMonth ? year - 1 : year);
  const isInexact = from.day === undefined;
  const firstDay = from.day ?? 1;
  const lastDay = to.day ?? lastDayOf(year, toMonth);
  if (firstDay < 1 || firstDay > lastDayOf(fromYear, fromMonth) || lastDay > lastDayOf(year, toMonth)) return undefined;
  const start = `${fromYear}-${two(fromMonth + 1)}-${two(firstDay)}`;
  const end = `${to.year ?? year}-${two(toMonth + 1)}-${two(lastDay)}`;
  if (end < start) return undefined;
  return { start, ...(end === start ? {} : { end }), ...(isInexact ? { when: text } : {}) };
}
