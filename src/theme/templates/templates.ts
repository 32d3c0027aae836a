import type { ReactElement } from 'react';
import { Archive } from './archive';
import { BlogPost } from './blog-post';
import { Detail } from './detail';
import { GenericPage } from './generic-page';
import { LandingPage } from './landing-page';
import { ListingPage } from './listing-page';
import { NotFound } from './not-found';
import { PostList } from './post-list';

/** A template as those see it who pick it by its name: what it must be given, the planner of its pages knows. */
type Template = (props: never) => ReactElement;

/** The templates, by the names that collections and planned pages give them. */
export const templates: Readonly<Record<string, Template>> = {
  archive: Archive,
  'blog-post': BlogPost,
  detail: Detail,
  'generic-page': GenericPage,
  'landing-page': LandingPage,
  'listing-page': ListingPage,
  'not-found': NotFound,
  'post-list': PostList,
};
