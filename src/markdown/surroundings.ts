/** The words that a body is given beside its own. */
export interface BodyWords {
  footnotes: string;
  footnoteBack: string;
  loadsFrom: string;
  table: string;
  taskDone: string;
  taskOpen: string;
  videoOn: string;
}

/** What the world outside a body answers while the body is rendered. */
export interface Surroundings {
  /** Where a link leads; `external` when it leaves the site. */
  link(target: string): { href: string; external: boolean };
  /** The address of a picture, its size in pixels where it is known, and its lighter forms where it has any. */
  picture(source: string): {
    src: string;
    width?: number;
    height?: number;
    offers?: { type: string; srcSet: string }[];
  };
  /** Whether headings get a link to themselves; feeds have no use for it. */
  headingLinks: boolean;
  words: BodyWords;
}
