import type { Asked, History, Version } from './history';

/** The history on this machine, from our content server; see serve/answers.ts. */
export function localHistory(address: string, { branch }: Asked): History {
  const ask = async <Answer>(action: string, params: object): Promise<Answer> => {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action, params: { branch, ...params } }),
    });
    const said = (await answer.json()) as Answer & { error?: string };
    if (!answer.ok) throw new Error(said.error ?? `The server answered ${answer.status}`);
    return said;
  };
  const filesOf = (changes: ReadonlyMap<string, string | undefined>) =>
    [...changes].map(([path, text]) => ({ path, text: text ?? null }));
  return {
    versions: async (path) => (await ask<{ versions: Version[] }>('versions', { path })).versions,
    content: async () => {
      const { files } = await ask<{ files: { path: string; text: string }[] }>('content', {});
      return new Map(files.map(({ path, text }) => [path, text]));
    },
    text: async (path, commit) => (await ask<{ text: string | null }>('text', { path, commit })).text ?? undefined,
    forkText: async (path, collection, slug) =>
      (await ask<{ text: string | null }>('fork', { path, collection, slug })).text ?? undefined,
    rebase: (collection, slug, changes) => ask('rebase', { collection, slug, files: filesOf(changes) }),
    change: (changes, commitMessage) => ask('change', { files: filesOf(changes), options: { commitMessage } }),
  };
}
