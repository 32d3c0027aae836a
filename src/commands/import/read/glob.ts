/** Whether a path fits a pattern: `*` stands for a part of a path or of a name, `**` for any number of parts. */
export function matchesGlob(path: string, pattern: string): boolean {
  const source = pattern
    .split('/')
    .map((part) => (part === '**' ? '**' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]*')))
    .join('/')
    .replace(/(^|\/)\*\*\//g, '$1(?:[^/]+/)*')
    .replace(/\/\*\*$/, '/.*')
    .replace(/^\*\*$/, '.*');
  return new RegExp(`^${source}$`, 'u').test(path);
}
