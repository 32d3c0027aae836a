/** What a check looks for, in words for editors. */
export interface Rule {
  /** What a problem of the rule is unless the settings say otherwise. An error keeps the site from being built. */
  severity: 'error' | 'warning';
  /** What is wrong; a sentence. */
  what: string;
  /** Whom it hurts; a sentence. */
  why: string;
  /** What to do; a sentence that begins with a verb. */
  mend: string;
  /** Has one right answer in most cases, which `npm run fix` writes. */
  mechanical?: true;
  /** Without it no page can be made: the rule can’t be switched off, and no place is excepted. */
  fixed?: true;
  /** Looked at only when somebody asks for it, by an option of `npm run check`. */
  onRequest?: true;
}
