/** The head of a page; a preview has none. */
export const Helmet = () => null;
