/**
 * What a link of the site may begin with. Every other scheme could run a program, or hold a page of its own, and is
 * written into no page.
 */
export const linkSchemes = ['http', 'https', 'mailto', 'tel'];

/**
 * The scheme that a browser finds in an address, in lower case; undefined for an address within the site. Browsers drop
 * control characters and spaces before an address, and tabs and line ends anywhere in it:
 * https://url.spec.whatwg.org/#concept-basic-url-parser
 */
export function schemeOf(address: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is dropped
  const read = address.replace(/^[\u0000-\u0020]+|[\t\n\r]/g, '');
  return /^([a-z][a-z0-9+.-]*):/i.exec(read)?.[1]?.toLowerCase();
}

/** Whether an address may stand in an `href`, a `Location` or a refresh. */
export function isHarmless(address: string): boolean {
  const scheme = schemeOf(address);
  return scheme === undefined || linkSchemes.includes(scheme);
}
