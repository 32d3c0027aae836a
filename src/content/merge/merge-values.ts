import type * as z from 'zod';
import { childOf, infoOf } from '../../model/field';
import { isFields, isSame } from '../rewrite/yaml/fingerprint';
import type { Path } from '../source';
import { type Ask, settled } from './conflict';
import { mergeMarkdown } from './merge-markdown';
import { type Clash, mergeLists } from './three-way';

/** Of one value as it was, as I want it and as others made it: what has the changes of both. */
export function mergeValues(
  [base, mine, theirs]: readonly [unknown, unknown, unknown],
  schema: z.ZodType | undefined,
  path: Path,
  ask: Ask,
): unknown {
  if (isSame(mine, theirs) || isSame(base, theirs)) return mine;
  if (isSame(base, mine)) return theirs;
  if (isFields(mine) && isFields(theirs) && isOfOneKind(mine, theirs)) {
    const former = isFields(base) && isOfOneKind(base, mine) ? base : {};
    return mergeFields([former, mine, theirs], schema, path, ask);
  }
  const info = schema && infoOf(schema);
  const lists = [base, mine, theirs].map((value) => (info?.oneOrMany ? listOf(value) : value));
  if (Array.isArray(lists[1]) && Array.isArray(lists[2])) {
    const items = mergeItems([Array.isArray(lists[0]) ? lists[0] : [], lists[1], lists[2]], schema, path, ask);
    return info?.oneOrMany && items.length === 1 && !Array.isArray(theirs) ? items[0] : items;
  }
  if (info?.kind === 'markdown' && [base, mine, theirs].every((value) => typeof value === 'string'))
    return mergeMarkdown([base, mine, theirs] as [string, string, string], path, ask);
  return ask({ path, isPart: false, base, mine, theirs }) === 'theirs' ? theirs : mine;
}

/** The fields of both, each by itself. */
export function mergeFields(
  [base, mine, theirs]: readonly [Fields, Fields, Fields],
  schema: z.ZodType | undefined,
  path: Path,
  ask: Ask,
): Fields {
  const names = new Set([...Object.keys(theirs), ...Object.keys(mine)]);
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const field = schema && childOf(schema, name, mine);
      const value = mergeValues([own(base, name), own(mine, name), own(theirs, name)], field, [...path, name], ask);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

type Fields = Record<string, unknown>;

const own = (fields: Fields, name: string) => (Object.hasOwn(fields, name) ? fields[name] : undefined);

/** A section that became another kind of section has no field in common with the former. */
const isOfOneKind = (one: Fields, other: Fields) => one['type'] === other['type'];

const listOf = (value: unknown) => (value === undefined || Array.isArray(value) ? value : [value]);

function mergeItems(
  lists: readonly [unknown[], unknown[], unknown[]],
  schema: z.ZodType | undefined,
  path: Path,
  ask: Ask,
): unknown[] {
  const settle = (clash: Clash<unknown>): readonly unknown[] => {
    const { base, mine, theirs } = clash;
    const [former, one, other] = [base[0], mine[0], theirs[0]];
    const isOne = [base, mine, theirs].every(({ length }) => length === 1) && isFields(former);
    if (isOne && isFields(one) && isFields(other) && isOfOneKind(one, other)) {
      const place = lists[2].findIndex((item) => isSame(item, other));
      return [mergeValues([former, one, other], schema && childOf(schema, 0), [...path, place], ask)];
    }
    return settled(clash, () => ask({ path, isPart: true, base, mine, theirs }));
  };
  return mergeLists(lists, isSame, settle);
}
