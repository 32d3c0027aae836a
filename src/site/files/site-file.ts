/** A file beside the pages. */
export interface SiteFile {
  /** From the site's root: `/blog/rss.xml`. */
  path: string;
  text: string;
}
