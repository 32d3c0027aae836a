/**
 * Remembers what the edits in a form were made to. At first that is the file as it was opened; once it was saved, and the
 * form stays open, it is what the form said then: what others wrote is in the file, and not in the form.
 */
export interface Opened {
  /** The text that the form of a file has edited since it was last saved. */
  baseOf(file: string, source: string): string;
  /** The form was saved; its text was `mine`. */
  keep(file: string, source: string, mine: string): void;
}

export function openedForms(): Opened {
  const kept = new Map<string, string>();
  const key = (file: string, source: string) => `${file}\n${source}`;
  return {
    baseOf: (file, source) => kept.get(key(file, source)) ?? source,
    keep: (file, source, mine) => void kept.set(key(file, source), mine),
  };
}
