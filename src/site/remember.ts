import type { Store } from '../cache/store';
import { anchorsOf } from './links/anchors';
import { resolveLink, resolvePicture } from './links/links';
import type { Question, Site } from './site';

/** What was made of something, and all that was asked of the site meanwhile, with the answers. */
interface Kept<T> {
  made: T;
  asked: [Question, answer: string][];
}

/**
 * Does a piece of work, or takes what an earlier run made of the same: when `key` is the same, which must name all that
 * the work is made of but the site’s answers, and when the site answers all that was asked then as it did then: a page
 * that is linked to may have moved, a picture may have another size. `work` gives plain data. (These are the verifying
 * traces of Mokhov, Mitchell and Peyton Jones, “Build Systems à la Carte”, 2018.)
 */
export function remember<T>(store: Store | undefined, site: Site, key: string, work: () => T): T {
  if (!store) return work();
  const found = store.get(key);
  if (found !== undefined) {
    const { made, asked }: Kept<T> = JSON.parse(found);
    if (asked.every(([question, answer]) => textOf(answerTo(site, question)) === answer)) return made;
  }
  const asked = new Map<string, [Question, string]>();
  const outer = site.asked;
  site.asked = (question, answer) => {
    asked.set(textOf(question), [question, textOf(answer)]);
    outer?.(question, answer);
  };
  try {
    const made = work();
    store.set(key, textOf({ made, asked: [...asked.values()] } satisfies Kept<T>));
    return made;
  } finally {
    site.asked = outer;
  }
}

function answerTo(site: Site, question: Question): unknown {
  switch (question.about) {
    case 'link':
      return resolveLink(site, question.file, question.target);
    case 'picture':
      return resolvePicture(site, question.source);
    case 'anchors':
      return anchorsOf(site)(question.address);
  }
}

/** A set as the list of what is in it: JSON has none. */
const textOf = (value: unknown): string =>
  JSON.stringify(value instanceof Set ? [...value] : value === undefined ? null : value);
