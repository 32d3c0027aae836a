import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Part, partOf } from './pool';
import { digestOf, type Seals } from './seals';
import type { OutputFile } from './table';

/** What a shard says of itself, in a file beside its pages. */
interface Label extends Part {
  /** Of what content, by what code and for what moment it was made: the shards of a site must have the same. */
  of: string;
  now: string;
  files: [path: string, digest: string, isPage: boolean][];
}

/** Where shards are written; `1-of-4` lies below it. */
export const shardsFolder = 'shards';
const label = 'shard.json';
/** Where its part of the site lies in a shard. */
export const filesOfShard = 'site';

/** Which part was asked for as `2/4`. Throws for what is none. */
export function readShard(asked: string): Part {
  const [, number, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(asked) ?? [];
  const [part, parts] = [Number(number) - 1, Number(count)];
  if (!(part >= 0 && part < parts)) throw new Error(`“${asked}” is no part of a site. Write --shard 1/4.`);
  return { part, parts };
}

export const nameOf = ({ part, parts }: Part) => `${shardsFolder}/${part + 1}-of-${parts}`;

/** The files of a site that belong to a shard. */
export const inShard = (files: readonly OutputFile[], shard: Part): OutputFile[] =>
  files.filter(({ path, group = path }) => isInShard(group, shard));

/** Whether a file belongs to a shard, by its path, or its group where it has one. */
export const isInShard = (name: string, { part, parts }: Part): boolean => partOf(name, parts) === part;

/** Says in a shard what it is. */
export function labelShard(
  folder: string,
  shard: Part,
  { of, now }: Pick<Label, 'of' | 'now'>,
  files: readonly OutputFile[],
  seals: Seals,
): void {
  const rows = files.map(({ path, isPage }): Label['files'][number] => [
    path,
    seals.get(path)?.digest ?? '',
    isPage === true,
  ]);
  writeFileSync(join(folder, label), JSON.stringify({ ...shard, of, now, files: rows } satisfies Label));
}

/**
 * The files of the site that shards are the parts of, in whatever order they come. Throws where one is missing or is
 * there twice, where they are of different states of the site, and where a file is not what was written.
 */
export function mergeShards(folders: readonly string[]): OutputFile[] {
  const labels = folders.map((folder): [string, Label] => {
    const path = join(folder, label);
    if (!existsSync(path)) throw new Error(`“${folder}” is no shard: it has no ${label}.`);
    return [folder, JSON.parse(readFileSync(path, 'utf8'))];
  });
  const [first] = labels;
  if (!first) throw new Error('Name the folders of the shards, as in --merge shards/1-of-2 shards/2-of-2.');
  const [, { parts, of, now }] = first;
  for (const [folder, other] of labels) {
    if (other.now !== now) {
      throw new Error(
        `“${folder}” was built for ${other.now}, and “${first[0]}” for ${now}. Set SITE_NOW for all shards.`,
      );
    }
    if (other.of !== of || other.parts !== parts) {
      throw new Error(`“${folder}” and “${first[0]}” are not parts of one site: their content or their code differs.`);
    }
  }
  for (let part = 0; part < parts; part++) {
    const found = labels.filter(([, other]) => other.part === part);
    if (found.length === 0) throw new Error(`The shard ${part + 1}/${parts} is missing.`);
    if (found.length > 1)
      throw new Error(
        `The shard ${part + 1}/${parts} is there twice: ${found.map(([name]) => `“${name}”`).join(', ')}.`,
      );
  }
  return labels.flatMap(([folder, { files }]) =>
    files.map(([path, digest, isPage]): OutputFile => {
      const copyOf = join(folder, filesOfShard, path);
      if (!existsSync(copyOf) || digestOf(readFileSync(copyOf)) !== digest)
        throw new Error(`${copyOf} is not what the shard was built with. Build the shard again.`);
      return { path, content: { copyOf }, isPage };
    }),
  );
}
