import type { DataOf } from '../model/collection';
import { author } from './author';
import { category } from './category';
import { post } from './post';
import { site } from './site';

/** Every kind of content. A new one is a declaration beside these and a line here. */
export const collections = { post, author, category, site };

export type Collections = typeof collections;
export type CollectionName = keyof Collections;
/** The checked data of an entry, by the name of its collection. */
export type Data<Name extends CollectionName> = DataOf<Collections[Name]>;
