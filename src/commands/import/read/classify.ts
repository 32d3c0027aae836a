import { Field, Reading } from './field';
import { matchesGlob } from './glob';
import type { Mapping, Target } from './mapping';
import type { Record } from './record';

/** What a file becomes; `data` is fields without a text, which settings and lists are looked for in. */
export type Class = Target | 'data' | 'leave';

/**
 * Recognizes a file: by what a mover says of it, then by its fields, its folder, its template. Undefined for what holds no
 * words of a site, such as the configuration of a program.
 */
export function classify(record: Record, mapping: Mapping): Class | undefined {
  const { file, data } = record;
  const said = Object.entries(mapping.files).find(([pattern]) => matchesGlob(file, pattern));
  if (said) return said[1];
  if (/\.(?:ya?ml|json|toml)$/i.test(file)) return isData(file) ? 'data' : undefined;
  if (Object.keys(data).length === 0 && !isBelow(file, mapping.pages)) return undefined;
  if (/^(?:readme|changelog|contributing|license|code_of_conduct|security)\.md$/i.test(file)) return undefined;
  const fields = new Field(new Reading(record), data, []);
  const shape = Object.entries(mapping.shapes).find(([, wanted]) =>
    wanted?.every((names) => names.split('|').some((name) => fields.has(name))),
  );
  if (shape) return shape[0] as Target;
  const template = data['templateKey'] ?? data['layout'] ?? data['type'];
  const folders = file.split('/').slice(0, -1).reverse();
  const folder = folders.map((name) => mapping.folders[name]).find(Boolean);
  const isIndex = /(?:^|\/)_?index\.\w+$/.test(file) && !isPostBundle(file, mapping);
  // A folder’s own page is no entry of the folder.
  if (folder && !(isIndex && folder !== 'page')) return entryOf(folder, fields);
  const byTemplate = typeof template === 'string' ? mapping.templates[template] : undefined;
  if (byTemplate && !isIndex) return entryOf(byTemplate, fields);
  return 'page';
}

/** A file that lacks what its folder’s entries have is a page. */
function entryOf(target: Target, fields: Field): Target {
  if (target === 'author' && !fields.has('name', 'authorName', 'title')) return 'page';
  if (target === 'post' && !fields.has('title')) return 'page';
  return target;
}

/** A post that is a folder with its pictures: `blog/my-post/index.md`. */
const isPostBundle = (file: string, { folders }: Mapping) => {
  const parts = file.split('/').slice(0, -1);
  return /\/index\.\w+$/.test(file) && parts.length > 1 && folders[parts.at(-2) ?? ''] === 'post';
};

/** Data of a site stands in a folder that says so, or is the settings of its generator. */
const isData = (file: string) =>
  /(?:^|\/)(?:_?data|content|settings|config)\//i.test(file) ||
  /^(?:_config\.ya?ml|(?:hugo|config)\.(?:toml|ya?ml|json))$/i.test(file) ||
  /^config\/_default\//.test(file);

const isBelow = (file: string, folders: readonly string[]) => folders.some((folder) => file.startsWith(`${folder}/`));
