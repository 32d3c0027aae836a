/**
 * What to do about a problem; begins with a verb. A file has keys, quotes and lines; a form has fields, buttons and
 * switches. Where the two are done alike, one text is for both.
 */
export type Advice = string | { readonly file: string; readonly form: string };

/** Whom advice is for: who has the file before them, or who has the form of the CMS. */
export type Audience = 'file' | 'form';

/** Advice in the words of those it is for. */
export const adviceFor = (audience: Audience, advice: Advice): string =>
  typeof advice === 'string' ? advice : advice[audience];

/** Advice on what only a file shows. */
export const inFile = (file: string): Advice => ({
  file,
  form: 'tell the engineers, for it can only be corrected in the file',
});
