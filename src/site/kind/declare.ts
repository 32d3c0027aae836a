import type * as z from 'zod';
import type { Collection } from '../../model/collection';
import type { AnyKind, Kind, KindBlock, List } from '../site';

/** Declares a kind of content that is listed; see `Kind`. What it is asked is asked of its own entries alone. */
export const kind = <C extends Collection, Word extends string = never>(declared: Kind<C, Word>): AnyKind => declared;

/** Declares a list of a kind. */
export const list = <Props extends object, Word extends string = never>(
  declared: List<Props, Word>,
): List<object, Word> => declared;

/** Declares a kind of section that shows entries of a kind. */
export const kindBlock = <Schema extends z.ZodObject>(declared: KindBlock<Schema>): KindBlock => declared;
