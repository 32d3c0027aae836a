import type { DataOf } from '../model/collection';
import { author } from './author';
import { brand } from './brand';
import { category } from './category';
import { checks } from './checks';
import { editing } from './editing';
import { episode } from './episode';
import { event } from './event';
import { genericPage } from './generic-page';
import { job } from './job';
import { landingPage } from './landing-page';
import { level } from './level';
import { listingPage } from './listing-page';
import { member } from './member';
import { person } from './person';
import { post } from './post';
import { press } from './press';
import { project } from './project';
import { redirects } from './redirects';
import { site } from './site';
import { words } from './words';

/** Every kind of content. A new one is a declaration beside these and a line here. */
export const collections = {
  post,
  author,
  category,
  'landing-page': landingPage,
  'generic-page': genericPage,
  'listing-page': listingPage,
  member,
  level,
  person,
  project,
  event,
  episode,
  job,
  press,
  redirects,
  site,
  brand,
  words,
  editing,
  checks,
};

export type Collections = typeof collections;
export type CollectionName = keyof Collections;
/** The checked data of an entry, by the name of its collection. */
export type Data<Name extends CollectionName> = DataOf<Collections[Name]>;
