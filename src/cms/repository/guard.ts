import type { Changes } from '../../checks/consequences/mend';
import type { Implementation, Unpublished } from '../decap';
import { type AskEditor, type Files, type Kept, laidOver, saveOver } from './save-over';

/** What has to be known to keep what others wrote. */
export interface Guard {
  /** How a file is written; undefined for what is no entry, such as a picture. */
  keptAt(file: string, text?: string): Kept | undefined;
  /** The file of an entry, by its collection and its name in it. */
  fileOf(collection: string, slug: string): string | undefined;
  /** The text that the form of a file has edited; undefined for an entry that is new, or was never opened. */
  baseOf(file: string): string | undefined;
  /** The form was saved: its text was `mine`, and `saved` is what the file says now. */
  saved(file: string, mine: string, saved: string): void;
  ask: AskEditor;
  /** Rejects what must not be published. */
  admit(file: string, text: string): Promise<void>;
  /** Asked before an entry is saved: what is changed in the same step, because something refers to what it was. */
  beforeSave(file: string, former: string | undefined, text: string): Promise<Changes>;
  /** Asked before files are deleted; what it gives back is changed in the same step, and rejects to keep them. */
  beforeDelete(files: readonly string[]): Promise<Changes>;
  /** What cannot be shown on the board, and why. */
  tell(text: string): void;
  /** The repository behind it, as far as it can be asked. */
  repository: Forks | undefined;
}

/** What a repository knows of drafts. */
export interface Forks {
  /** Writes several files in one step. */
  change?(changes: Changes, message: string): Promise<unknown>;
  /** The text of a file where a draft left what is published. */
  forkText(file: string, collection: string, slug: string): Promise<string | undefined>;
  /** Lets a draft begin anew with what is published, with files as they are given. */
  rebase?(collection: string, slug: string, changes: Changes): Promise<unknown>;
}

/**
 * A back end of the CMS that loses nothing: what is saved is laid over the files as they are now, what is deleted takes
 * along what refers to it, and a draft that can't be read hides no other.
 *
 * Decap 3.16.3 writes a whole entry back as it was opened. To try: hand the back end on as it is, open an entry, change its
 * title in the repository, add a word to its text and publish: the new title should still be there.
 */
export function guarded(inner: Implementation, guard: Guard): Implementation {
  const drafts = new Map<string, Promise<Unpublished>>();

  /** A draft with its own entry and its pictures alone: the CMS takes the shortest path among its files for the entry. */
  const ownOf = (draft: Unpublished): Unpublished => {
    const file = guard.fileOf(draft.collection, draft.slug);
    return { ...draft, diffs: draft.diffs.filter(({ path }) => path === file || !guard.keptAt(path)) };
  };
  const draftOf = async (collection: string, slug: string): Promise<Unpublished | undefined> => {
    try {
      return await inner.unpublishedEntry?.({ collection, slug });
    } catch (error) {
      if ((error as { notUnderEditorialWorkflow?: boolean }).notUnderEditorialWorkflow) return undefined;
      throw error;
    }
  };
  const published = async (file: string) => (await inner.getEntry(file)).data || undefined;
  const ofDraft = async (draft: Unpublished | undefined, file: string) => {
    const diff = draft?.diffs.find(({ path }) => path === file);
    return draft && diff
      ? inner.unpublishedEntryDataFile?.(draft.collection, draft.slug, file, diff.id)
      : published(file);
  };

  const own: Partial<Implementation> = {
    async persistEntry(entry, options) {
      const [first, ...others] = entry.dataFiles;
      const kept = first && guard.keptAt(first.path, String(first.raw));
      if (!first || !kept) return inner.persistEntry(entry, options);
      const { path, slug } = first;
      const files: Files = {
        read: async (file) =>
          ofDraft(options.useWorkflow ? await draftOf(String(options.collectionName), slug) : undefined, file),
        async write(_, text, expected) {
          const changes = await guard.beforeSave(path, expected, text);
          const dataFiles = [
            { ...first, raw: text, expected: expected ?? null },
            ...others,
            ...[...changes].flatMap(([file, raw]) => (raw === undefined ? [] : [{ path: file, slug, raw }])),
          ];
          return unless(isMoved, () => inner.persistEntry({ ...entry, dataFiles }, options));
        },
      };
      const mine = String(first.raw);
      // What no form has edited takes the place of what stands there.
      const base = options.newEntry ? undefined : (guard.baseOf(path) ?? (await files.read(path)));
      const admit = (text: string) => guard.admit(path, text);
      const text = await saveOver(files, { file: path, base, mine }, kept, guard.ask, admit);
      guard.saved(path, mine, text);
      return undefined;
    },
    async deleteFiles(paths, message) {
      const changes = await guard.beforeDelete(paths);
      if (changes.size === 0) return inner.deleteFiles(paths, message);
      const gone = paths.map((path) => [path, undefined] as const);
      if (guard.repository?.change) return guard.repository.change(new Map([...changes, ...gone]), message);
      const dataFiles = [...changes].flatMap(([path, raw]) => (raw === undefined ? [] : [{ path, slug: path, raw }]));
      await inner.persistEntry({ dataFiles, assets: [] }, { commitMessage: message, useWorkflow: false });
      return inner.deleteFiles(
        [...paths, ...[...changes].flatMap(([path, raw]) => (raw === undefined ? [path] : []))],
        message,
      );
    },
    async unpublishedEntries() {
      const ids = (await inner.unpublishedEntries?.()) ?? [];
      const found = ids.map((id) => ({
        id,
        draft: (inner.unpublishedEntry as NonNullable<typeof inner.unpublishedEntry>)({ id }),
      }));
      const results = await Promise.allSettled(found.map(({ draft }) => draft));
      return found.flatMap(({ id, draft }, index) => {
        const result = results[index];
        if (result?.status === 'fulfilled') {
          drafts.set(id, draft);
          return [id];
        }
        guard.tell(`The draft “${id}” can’t be shown: ${reasonOf(result?.reason)}`);
        return [];
      });
    },
    async unpublishedEntry(asked) {
      const known = asked.id === undefined ? undefined : drafts.get(asked.id);
      if (asked.id !== undefined) drafts.delete(asked.id);
      return ownOf(await (known ?? (inner.unpublishedEntry as NonNullable<typeof inner.unpublishedEntry>)(asked)));
    },
    async publishUnpublishedEntry(collection, slug) {
      const { repository } = guard;
      const draft = repository && (await draftOf(collection, slug));
      if (repository && draft) {
        const changes = await mergedDraft(draft, repository);
        if (changes.size > 0 && repository.rebase) await repository.rebase(collection, slug, changes);
        else if (changes.size > 0) await saveInDraft(draft, changes);
      }
      return inner.publishUnpublishedEntry?.(collection, slug);
    },
  };

  /** The files of a draft that others have changed and published meanwhile, with what both changed. */
  const mergedDraft = async (draft: Unpublished, { forkText }: Forks): Promise<Map<string, string>> => {
    const { collection, slug } = draft;
    const changes = new Map<string, string>();
    for (const { path } of draft.diffs) {
      if (!guard.keptAt(path)) continue;
      const [base, theirs] = await Promise.all([forkText(path, collection, slug), published(path)]);
      if (base === theirs) continue;
      const mine = await ofDraft(draft, path);
      if (mine === undefined || mine === theirs) continue;
      const text = await laidOver({ base, mine, theirs }, guard.keptAt(path, mine) as Kept, path, guard.ask);
      await guard.admit(path, text);
      changes.set(path, text);
    }
    return changes;
  };

  const saveInDraft = async (draft: Unpublished, changes: ReadonlyMap<string, string>) => {
    const { collection, slug, status } = draft;
    const pictures = draft.diffs.filter(({ path }) => !guard.keptAt(path));
    // What is not handed back with the entry is taken for a picture that was taken out of it.
    const assets = await Promise.all(
      pictures.map(async ({ path, id }) => {
        const { file } = (await inner.unpublishedEntryMediaFile?.(collection, slug, path, id)) ?? {};
        return { path, fileObj: file, toBase64: () => base64Of(file as Blob) };
      }),
    );
    const dataFiles = [...changes].map(([path, raw]) => ({ path, slug, raw }));
    const commitMessage = `Merge what was published of “${slug}” meanwhile`;
    const options = { commitMessage, collectionName: collection, useWorkflow: true, unpublished: true, status };
    await inner.persistEntry({ dataFiles, assets }, options);
  };

  return new Proxy(inner, {
    get(target, name) {
      const value = Reflect.get(target, name) as unknown;
      const replaced = name in own && typeof value === 'function' ? own[name as keyof Implementation] : undefined;
      if (replaced) return explained(replaced as (...args: unknown[]) => Promise<unknown>);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** What went wrong, in words for the one who writes. */
const explained =
  (method: (...args: unknown[]) => Promise<unknown>) =>
  async (...args: unknown[]) => {
    try {
      return await method(...args);
    } catch (error) {
      // What `fetch` throws where nobody answers.
      if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message))
        throw new Error('The server does not answer, and nothing was saved. What you wrote is still in the form.');
      throw error;
    }
  };

const isMoved = (error: unknown) => (error as { status?: number }).status === 409;

async function unless(isExpected: (error: unknown) => boolean, act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (isExpected(error)) return false;
    throw error;
  }
}

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

const base64Of = async (blob: Blob): Promise<string> => {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
};
