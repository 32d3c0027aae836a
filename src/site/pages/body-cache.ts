import type { Store } from '../../cache/store';
import { remember } from '../remember';
import { renderBody, renderForFeed, surroundingsOf } from './body';
import type { RenderBody } from './page';

/** How bodies are rendered for their pages, and for feeds. */
export interface RenderBodies {
  page: RenderBody;
  feed: RenderBody;
}

/**
 * Renders bodies, or takes what an earlier run rendered, where the Markdown, the words of the site and its answers are the
 * same: rendering Markdown is most of the work of a build that changes little.
 */
export const keepBodies = (store: Store | undefined): RenderBodies => ({
  page: kept(store, 'page', renderBody),
  feed: kept(store, 'feed', renderForFeed),
});

const kept =
  (store: Store | undefined, use: keyof RenderBodies, render: RenderBody): RenderBody =>
  (site, entry) => {
    const { words } = surroundingsOf(site, entry);
    // In feeds addresses are whole.
    const page = use === 'feed' ? site.base.url(site.addressByFile.get(entry.file) ?? '/') : '';
    const key = store ? JSON.stringify([use, page, entry.file, entry.body, words]) : '';
    return remember(store, site, key, () => render(site, entry));
  };
