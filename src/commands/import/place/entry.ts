import slugify from '@sindresorhus/slugify';
import { stringify } from 'yaml';

/** An entry of the new site that has a place. */
export interface Placed {
  /** Its path from the project’s root, `content/blog/my-post.md`. */
  file: string;
  fields: { [key: string]: unknown };
  body: string;
  title: string;
  /** The address it had, with `/` at both ends; undefined for what had none. */
  address?: string | undefined;
}

/** A file of the new site. */
export const textOf = ({ file, fields, body }: Pick<Placed, 'file' | 'fields' | 'body'>): string => {
  const yaml = stringify(fields, { lineWidth: 0, schema: 'core', version: '1.2', aliasDuplicateObjects: false });
  if (!file.endsWith('.md')) return yaml;
  return `---\n${yaml}---\n${body === '' ? '' : `${body.replace(/\s*$/, '')}\n`}`;
};

/** A name as files have it: in ASCII, with - between words. */
export const slugOf = (name: string): string => shortened(slugify(name, { decamelize: false })) || 'entry';

/** File systems take names of 255 bytes; a word is not cut. */
const shortened = (slug: string) => (slug.length <= 80 ? slug : slug.slice(0, 80).replace(/-[^-]*$/, ''));

/** Gives names to files, each once. */
export class Names {
  private readonly taken = new Set<string>();

  free(folder: string, wanted: string, ending: string): string {
    let file = `${folder}/${wanted}.${ending}`;
    for (let number = 2; this.taken.has(file.toLowerCase()); number++) file = `${folder}/${wanted}-${number}.${ending}`;
    this.taken.add(file.toLowerCase());
    return file;
  }
}
