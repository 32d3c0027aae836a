/**
 * A word of the site with its places filled: those named by a letter, as in `Page %n of %m`, or with one value both `%s`
 * and `%n`. A place that has no value stays.
 */
export function fill(text: string, values: string | number | Record<string, string | number>): string {
  const byLetter: Record<string, string | number> = typeof values === 'object' ? values : { s: values, n: values };
  return text.replace(/%([a-z])/g, (place, letter: string) => String(byLetter[letter] ?? place));
}
