const person = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const secretName = /secret|token|passw|api[-_]?key|credential|client[-_]?id|private|(?:^|[-_.])(?:key|auth|sid)$/i;
/** A run of letters and digits that is no word: what a machine made. */
const machineMade = /(?=[\w+/=.-]*\d)(?=[\w+/=.-]*[A-Za-z])[\w+/=-]{24,}/g;

/** Whether a value is an address of a person, or a secret: it does not come along. */
export const isPrivate = (name: string, value: string): boolean =>
  secretName.test(name) || (/e-?mail/i.test(name) && value.search(person) === 0);

/** The beginning of a value as it may be printed: without mail addresses, and nothing of a secret. */
export function mask(name: string, value: string): string {
  if (secretName.test(name)) return '…';
  const line = value.replace(/\s+/g, ' ').trim().replace(person, '…@…');
  const shown = /^(?:https?:\/)?\//.test(line) ? line.replace(/[?].*$/, '?…') : line.replace(machineMade, '…');
  return shown.length > 80 ? `${shown.slice(0, 77)}…` : shown;
}
