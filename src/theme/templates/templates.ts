import { kindTemplates, type View } from '../../kinds/views';
import { Archive } from './archive';
import { BlogPost } from './blog-post';
import { Detail } from './detail';
import { GenericPage } from './generic-page';
import { LandingPage } from './landing-page';
import { ListingPage } from './listing-page';
import { NotFound } from './not-found';
import { PostList } from './post-list';
import { Search } from './search';

const own = {
  archive: Archive,
  'blog-post': BlogPost,
  detail: Detail,
  'generic-page': GenericPage,
  'landing-page': LandingPage,
  'listing-page': ListingPage,
  'not-found': NotFound,
  'post-list': PostList,
  search: Search,
};

/** The templates, by the names that collections and planned pages give them. */
export const templates: Readonly<Record<string, View>> = { ...(own as Record<string, View>), ...kindTemplates };
