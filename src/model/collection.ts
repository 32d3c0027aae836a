import * as z from 'zod';

interface Words {
  /** What an editor calls one entry. */
  label: string;
  /** What an editor calls all of them. */
  plural: string;
  /** What the collection is for; a sentence. */
  description: string;
  /** For engineers, in the file; the CMS does not show it. */
  technical?: true;
}

interface Place {
  /** Folder below `content/`. For a single file, the file's path without its ending. */
  folder: string;
  /** `md`: front matter and a Markdown body. `yml`: fields alone. */
  format: 'md' | 'yml';
  /** The collection is one file and not a folder of them. */
  single?: 'required' | 'optional';
  /**
   * Where its pages live when an entry does not say: this address and the entry's file name. One without `/` at its
   * start begins where the blog is, which the settings say.
   */
  address?: string;
  /** The template of its pages, the `templateKey` in front matter: a name in `src/theme/templates/templates.ts`. */
  template?: string;
}

interface Roles<Key extends string = string> {
  /** The field an entry is known by; left out where an entry has no name but its file’s. */
  title?: Key;
  /** The field that says in a sentence or two what an entry is; search engines show it where there is no `seo`. */
  summary?: Key;
}

export interface Collection<Name extends string = string, Shape extends z.ZodRawShape = z.ZodRawShape>
  extends Words,
    Place,
    Roles {
  name: Name;
  schema: z.ZodObject<Shape & { templateKey: z.ZodExactOptional<z.ZodString> }, z.core.$strict>;
}

/** Declares a kind of content. The only place where its fields are written down. */
export function collection<Name extends string, Shape extends z.ZodRawShape>({
  fields,
  ...declaration
}: { name: Name; fields: Shape } & Words & Place & Roles<keyof Shape & string>): Collection<Name, Shape> {
  // The template's name is compared while reading, where the folder's other templates are known.
  const schema = z.strictObject({ templateKey: z.string().exactOptional(), ...fields });
  return { ...declaration, schema } as unknown as Collection<Name, Shape>;
}

/** The folder of a collection's pages on a site whose blog is at `blog`; undefined where it has no pages. */
export const folderAddress = ({ address }: Pick<Collection, 'address'>, blog: string): string | undefined =>
  address === undefined || address.startsWith('/') ? address : blog + address;

/** The data of one entry of a collection, checked; of any collection, where nothing is known of its fields. */
export type DataOf<C extends Collection> =
  C extends Collection<string, infer Shape> ? z.output<z.ZodObject<Shape, z.core.$strict>> : never;
