import type { Changes } from '../../checks/consequences/mend';
import type { Surroundings } from '../../checks/consequences/whole';
import { sentenceOf } from '../../content/problem';
import type { Collection } from '../../model/collection';
import type { Cms, Implementation } from '../decap';
import { askConflicts } from '../dialogs/ask-conflicts';
import { tellBeside } from '../dialogs/dialog';
import { type Draft, isDoubtful, type Outlook } from '../file/draft';
import { collectionOf, fileNamed } from '../file/place';
import type { Backend } from '../form/config';
import { mayConcern, takenAlong } from './consequences';
import { type Guard, guarded } from './guard';
import type { History, Version } from './history';
import { historyOf } from './history-of';
import { openedForms } from './opened';
import { type SiteState, siteState } from './site-state';
import { wholeContent } from './whole-content';

/** The name under which the guarded back end is registered. */
const name = 'site';

/** What the page knows that the guard has to ask. */
interface Known {
  collections: readonly Collection[];
  backend: Backend;
  /** What the check says of a draft. */
  problemsOf(draft: Draft): Outlook['problems'];
  surroundings(): Omit<Surroundings, 'ledger'>;
  /** Called once a form was saved. */
  saved(): void;
}

export interface Repository {
  /** The back end as the CMS is to be told of it. */
  backend: Backend;
  /** The repository behind it, once somebody is logged in. */
  history: History | undefined;
  /** How the site stands now. */
  state(): Promise<SiteState>;
  /** Saves a former text of an entry anew: as a draft, where drafts are kept. */
  bringBack(file: string, entry: { collection: string; slug: string }, version: Version, text: string): Promise<void>;
  /** What the form of an entry that was made of `source` has edited since it was last saved. */
  baseOf(collection: string, slug: string, source: string): string;
  /** A form is about to be saved that was made of `source`; of nothing, for a new entry. */
  saving(file: string, source: string | undefined): void;
}

/** Puts a guard before the back end of the CMS. */
export function guardBackend(CMS: Cms, { collections, backend, problemsOf, surroundings, saved }: Known): Repository {
  const opened = openedForms();
  const sources = new Map<string, string>();
  let implementation: Implementation | undefined;
  const history = historyOf(backend, async () => implementation?.getToken() ?? null);
  const titleOf = (file: string, text: string) => {
    const collection = collectionOf(collections, file, text);
    if (collection?.single) return collection.label;
    const [, title] = /^(?:title|name|label): *["']?(.+?)["']? *$/m.exec(text) ?? [];
    return title ?? file;
  };
  const keptAt: Guard['keptAt'] = (file, text) => collectionOf(collections, file, text);
  const baseOf = (file: string) => {
    const source = sources.get(file);
    return source === undefined ? undefined : opened.baseOf(file, source);
  };
  const along = async (changes: Changes): Promise<Changes> => {
    if (!implementation) return new Map();
    const { texts, ledger } = await wholeContent(implementation, collections, history);
    return takenAlong(texts, changes, { ...surroundings(), ledger });
  };
  const guard: Guard = {
    keptAt,
    fileOf: (collection, slug) => fileNamed(collections, collection, slug),
    baseOf,
    saved(file, mine, text) {
      saved();
      const source = sources.get(file);
      if (source !== undefined) opened.keep(file, source, mine);
      if (text === mine) return;
      tellBeside(file, `“${titleOf(file, text)}” is saved, with what somebody else has changed of it meanwhile.`, {
        label: 'Show it all in the form',
        act: () => location.reload(),
      });
    },
    async ask(conflicts, file) {
      const base = baseOf(file) ?? '';
      const by = await lastChange(history, file);
      return askConflicts(conflicts, { title: titleOf(file, base), schema: keptAt(file, base)?.schema, by });
    },
    async admit(file, text) {
      const collection = collectionOf(collections, file, text);
      if (!collection) return;
      const errors = (of: string) =>
        problemsOf({ collection, file, text: of, pictures: [] }).filter(({ severity }) => severity === 'error');
      const before = new Set(errors(baseOf(file) ?? '').map(({ message }) => message));
      const [first] = errors(text).filter(({ message }) => !before.has(message));
      if (first)
        throw new Error(`Together with what somebody else has changed meanwhile: ${sentenceOf(first, 'form')}`);
    },
    async beforeSave(file, former, text) {
      const kept = keptAt(file, text);
      const collection = collectionOf(collections, file, text);
      if (!kept || !collection || former === text) return new Map();
      const mayStop = problemsOf({ collection, file, text, pictures: [] }).some(isDoubtful);
      if (!mayStop && (former === undefined || !mayConcern(collections, collection, former, text))) return new Map();
      return along(new Map([[file, text]]));
    },
    beforeDelete: async (files) =>
      files.some((file) => keptAt(file)) ? along(new Map(files.map((file) => [file, undefined]))) : new Map(),
    tell: (text) => tellBeside(text, text),
    repository: history,
  };
  const inner = CMS.getBackend(backend.backend.name);
  if (!inner) throw new Error(`The CMS has no back end “${backend.backend.name}”`);
  const construct = (_: unknown, [config, options]: [object, object]) => {
    implementation = guarded(inner.init(config, options), guard);
    return implementation;
  };
  CMS.registerBackend(name, new Proxy(class {}, { construct }));
  return {
    backend: { ...backend, backend: { ...backend.backend, name } },
    history,
    async state() {
      if (!implementation) throw new Error('Log in first.');
      const answer = await fetch('build.json', { cache: 'no-store' });
      const { commit } = (answer.ok ? await answer.json() : {}) as { commit?: string };
      const published = answer.headers.get('last-modified') ?? undefined;
      const content = await wholeContent(implementation, collections, history);
      return siteState(content, surroundings(), history, { published, commit });
    },
    async bringBack(file, { collection, slug }, { date, author }, text) {
      const useWorkflow = backend.publish_mode === 'editorial_workflow';
      const commitMessage = `Bring back “${slug}” as ${author} left it on ${date.slice(0, 10)}`;
      sources.delete(file);
      await guard.admit(file, text);
      const dataFiles = [{ path: file, slug, raw: text }];
      await implementation?.persistEntry(
        { dataFiles, assets: [] },
        { commitMessage, collectionName: collection, useWorkflow, unpublished: false, newEntry: false },
      );
    },
    baseOf: (collection, slug, source) => opened.baseOf(fileNamed(collections, collection, slug) ?? '', source),
    saving(file, source) {
      if (source === undefined) sources.delete(file);
      else sources.set(file, source);
    },
  };
}

/** Who changed a file last, and when, as the end of a sentence; undefined where nobody knows. */
async function lastChange(history: History | undefined, file: string): Promise<string | undefined> {
  try {
    const [last] = (await history?.versions(file)) ?? [];
    return (
      last &&
      `${last.author}, ${new Date(last.date).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })},`
    );
  } catch {
    return undefined;
  }
}
