import { author as collection } from '../../collections/author';
import { isOf } from '../../content/entry';
import { initialsOf } from '../initials';
import type { Site, Term } from '../site';
import { pictureOf } from './fields';
import type { RenderBody } from './page';
import type { Author } from './props';

/** The portrait of an author, and the letters that stand in its place. */
export function faceOf(site: Site, { entry, label }: Term): Pick<Author, 'initials' | 'image'> {
  const { image } = isOf(entry, collection) ? entry.data : {};
  return { initials: initialsOf(label), ...(image ? { image: pictureOf(site, image) } : {}) };
}

/** An author as posts show one. */
export function authorOf(site: Site, term: Term, render: RenderBody): Author {
  const { entry, label, address } = term;
  const { organization } = isOf(entry, collection) ? entry.data : {};
  const text = entry.body.trim() ? render(site, entry).excerpt : undefined;
  return {
    label,
    href: site.base.href(address),
    ...faceOf(site, term),
    ...(organization ? { organization } : {}),
    ...(text ? { text } : {}),
  };
}
