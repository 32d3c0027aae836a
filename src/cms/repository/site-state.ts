import { type Surroundings, stoppersOf, type Texts, wholeOf } from '../../checks/consequences/whole';
import { titleOf } from '../../content/entry';
import { sentenceOf } from '../../content/problem';
import type { History, Version } from './history';

/** How the site stands, for those who write it. */
export interface SiteState {
  /** The moment it was published at, as its host says; undefined where the host does not. */
  published?: string | undefined;
  /** Changes of the content that are not in what is published, the last first; undefined where nobody knows. */
  since?: Version[] | undefined;
  /** Entries that keep the site from being published, and why. */
  stoppers: { file: string; title: string; sentence: string; by?: string | undefined }[];
  /** Posts that wait for their date, the soonest first. */
  waiting: { title: string; date: string }[];
}

/** Looks at all of the content as it is now. `built` is the file that the build writes beside the admin page. */
export async function siteState(
  { texts, ledger }: { texts: Texts; ledger: string },
  surroundings: Omit<Surroundings, 'ledger'>,
  history: History | undefined,
  built: { published?: string | undefined; commit?: string | undefined },
): Promise<SiteState> {
  const all = { ...surroundings, ledger };
  const { site, entries } = wholeOf(texts, all);
  const stoppers = stoppersOf(texts, all).filter(({ rule }) => rule !== 'missing-picture');
  const quietly = <Answer>(ask: Promise<Answer> | undefined) =>
    (ask ?? Promise.resolve(undefined)).catch(() => undefined);
  const changes = built.commit === undefined ? undefined : await quietly(history?.versions('content'));
  const at = changes?.findIndex(({ commit }) => commit === built.commit) ?? -1;
  const titled = (file: string) => {
    const entry = entries.find((item) => item.file === file);
    return entry ? titleOf(entry) : file;
  };
  return {
    published: built.published,
    since: at < 0 ? undefined : changes?.slice(0, at),
    stoppers: await Promise.all(
      stoppers.map(async (problem) => ({
        file: problem.file,
        title: titled(problem.file),
        sentence: sentenceOf(problem, 'form'),
        by: (await quietly(history?.versions(problem.file)))?.[0]?.author,
      })),
    ),
    waiting: (site?.waiting ?? []).map(({ file, date }) => ({ title: titled(file), date })),
  };
}
