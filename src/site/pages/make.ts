import { type Problem, problemOf } from '../../content/problem';
import { tooIntricate } from '../../markdown/parse/budget';
import type { Site } from '../site';
import type { Page, RenderBody } from './page';
import { planPages } from './plan';
import type { PageProps } from './props';

/** A page whose props have been made. */
export interface MadePage extends Omit<Page, 'props'> {
  props: PageProps;
}

/** Renders every page. One that can't be rendered is a problem of its file, and does not keep the others from it. */
export function makePages(site: Site, render: RenderBody): { pages: MadePage[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const pages = planPages(site, render).flatMap((page) => {
    try {
      return [{ ...page, props: page.props() }];
    } catch (error) {
      problems.push(unrenderable(site, page, error));
      return [];
    }
  });
  return { pages, problems };
}

/** Why a page can’t be made, as a problem of its file: what was thrown when it was tried. */
export function unrenderable(site: Site, { file, address }: Page, error: unknown): Problem {
  // Markdown that is nested thousands of levels deep needs more stack or time than there is.
  const isDeep = error instanceof RangeError;
  return problemOf(
    file ?? site.settingsFile,
    'unrenderable-page',
    `The page ${address} can’t be made: ${isDeep ? tooIntricate.message : String(error)}`,
    isDeep ? tooIntricate.advice : 'tell the engineers; the file has shown them a fault',
  );
}
