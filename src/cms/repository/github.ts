import type { Asked, History } from './history';

/** What is used of what GitHub answers: https://docs.github.com/en/rest/commits/commits#list-commits */
interface Commit {
  sha: string;
  commit: { message: string; author: { name: string; date: string } | null };
  author: { login: string } | null;
}

/** The history of a repository on GitHub, or on a server with its REST interface of version 2022-11-28. */
export function gitHubHistory(root: string, repo: string, { branch, token }: Asked): History {
  const ask = async (path: string, accept: string): Promise<Response | undefined> => {
    const answer = await fetch(`${root}/repos/${repo}/${path}`, {
      headers: { accept, authorization: `Bearer ${await token()}`, 'x-github-api-version': '2022-11-28' },
      cache: 'no-store',
    });
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new Error(`GitHub answered ${answer.status} when it was asked for the history`);
    return answer;
  };
  const json = 'application/vnd.github+json';
  const text: History['text'] = async (file, commit) => {
    const answer = await ask(
      `contents/${encoded(file)}?ref=${encodeURIComponent(commit)}`,
      'application/vnd.github.raw+json',
    );
    return answer?.text();
  };
  return {
    async versions(file) {
      const query = new URLSearchParams({ sha: branch, path: file, per_page: '100' });
      const commits = ((await (await ask(`commits?${query}`, json))?.json()) ?? []) as Commit[];
      return commits.map(({ sha, commit, author }) => ({
        commit: sha,
        author: commit.author?.name ?? author?.login ?? '',
        date: commit.author?.date ?? '',
        message: commit.message.split('\n')[0] as string,
      }));
    },
    text,
    async forkText(file, collection, slug) {
      const range = `${encodeURIComponent(branch)}...${encodeURIComponent(`cms/${collection}/${slug}`)}`;
      const compared = (await (await ask(`compare/${range}?per_page=1`, json))?.json()) as
        | { merge_base_commit: { sha: string } }
        | undefined;
      return compared && text(file, compared.merge_base_commit.sha);
    },
  };
}

const encoded = (file: string) => file.split('/').map(encodeURIComponent).join('/');
