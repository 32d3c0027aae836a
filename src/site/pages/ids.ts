/** The ids in the HTML of a page, and those its template makes of what it is given. */
export function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return [...value.matchAll(/\s(?:id|name)="([^"]+)"/g)].map(([, id = '']) => id);
  if (value === null || typeof value !== 'object') return [];
  const { anchor, title } = value as { anchor?: unknown; title?: unknown };
  const own = typeof anchor === 'string' ? [anchor, ...(title ? [`${anchor}-title`] : [])] : [];
  return [...own, ...Object.values(value).flatMap(idsIn)];
}
