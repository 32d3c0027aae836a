// STUB until merged
export function rewriteSource(
  text: string,
  format: 'md' | 'yml',
  next: { data: Record<string, unknown>; body?: string },
  _order: readonly string[] = [],
): string {
  const json = JSON.stringify(next.data);
  return format === 'md' ? `---\n${json}\n---\n${next.body ?? ''}` : json;
}
export const withoutNoise = (
  _original: Record<string, unknown> | undefined,
  next: Record<string, unknown>,
  _schema: unknown,
): Record<string, unknown> => next;
