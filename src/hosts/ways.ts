/** The forms in which one address is asked for: with its slash and without, and as a file. */
export const waysTo = (path: string): string[] => {
  const bare = path.replace(/\/+$/, '');
  return [`${bare}/`, ...(bare ? [bare] : []), `${bare}/index.html`];
};

/** A text as a regular expression that fits it and nothing else. */
export const inRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What is compared whatever its case: letters of ASCII alone, as servers do. */
export const lower = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
