import { parseSource } from '../../content/source';
import type { Collection } from '../../model/collection';

/** The name under which the CMS has all collections of one file. */
export const settingsName = 'settings';

/** The file of an entry, as the CMS names it: by its collection, and its name in it. */
export function fileNamed(collections: readonly Collection[], name: string, slug: string): string | undefined {
  const found = collections.find((item) => item.name === (name === settingsName ? slug : name));
  if (!found) return undefined;
  return found.single ? `content/${found.folder}.${found.format}` : `content/${found.folder}/${slug}.${found.format}`;
}

/** The collection that a file belongs to; where several share a folder, the one whose template its text names. */
export function collectionOf(collections: readonly Collection[], file: string, text = ''): Collection | undefined {
  const here = collections.filter(({ single, folder, format }) =>
    single
      ? file === `content/${folder}.${format}`
      : file.startsWith(`content/${folder}/`) && file.endsWith(`.${format}`),
  );
  if (here.length < 2) return here[0];
  const data = parseSource(text, here[0]?.format ?? 'md').data as { templateKey?: unknown } | undefined;
  return here.find(({ template }) => template === data?.templateKey) ?? here[0];
}
