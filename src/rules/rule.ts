/**
 * What of a page a fixing may change for its readers: the levels of headings; how lines and paragraphs are broken; spaces,
 * and what one behind `#` or `-` makes of a line; characters that can’t be seen; what was pasted along; where a link
 * leads, and which file a picture is; the address that is its own text; links and pictures without an address; the values of fields.
 */
export type Aspect =
  | 'levels'
  | 'breaks'
  | 'spaces'
  | 'invisible'
  | 'remains'
  | 'addresses'
  | 'bare-addresses'
  | 'empty-links'
  | 'empty-pictures'
  | 'values';

/** What a check looks for, in words for editors. */
export interface Rule {
  /** What a problem of the rule is unless the settings say otherwise. An error keeps the site from being built. */
  severity: 'error' | 'warning';
  /** What is wrong; a sentence. */
  what: string;
  /** Whom it hurts; a sentence. */
  why: string;
  /** What to do; a sentence that begins with a verb. */
  advice: string;
  /** The same for who has the form of the CMS, where that is something else. */
  inForm?: string;
  /** Has one right answer in most cases, which `npm run fix` writes. */
  mechanical?: true;
  /** What the fixing is there to change for readers. It changes nothing else, and where it would, it is left to people. */
  alters?: readonly Aspect[];
  /** Without it no page can be made: the rule can’t be switched off, and no place is excepted. */
  firm?: true;
  /** Looked at only when somebody asks for it, by an option of `npm run check`. */
  onRequest?: true;
}
