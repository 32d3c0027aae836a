import type { Asked, History } from './history';

/** What is used of what GitLab answers: https://docs.gitlab.com/api/commits/#list-repository-commits */
interface Commit {
  id: string;
  title: string;
  author_name: string;
  authored_date: string;
}

/** The history of a project on GitLab, or on a server with its REST interface of version 4. */
export function gitLabHistory(root: string, repo: string, { branch, token }: Asked): History {
  const project = `${root}/projects/${encodeURIComponent(repo)}/repository`;
  const ask = async (path: string): Promise<Response | undefined> => {
    const answer = await fetch(`${project}/${path}`, {
      headers: { authorization: `Bearer ${await token()}` },
      cache: 'no-store',
    });
    if (answer.status === 404) return undefined;
    if (!answer.ok) throw new Error(`GitLab answered ${answer.status} when it was asked for the history`);
    return answer;
  };
  const text: History['text'] = async (file, commit) =>
    (await ask(`files/${encodeURIComponent(file)}/raw?ref=${encodeURIComponent(commit)}`))?.text();
  return {
    async versions(file) {
      const query = new URLSearchParams({ ref_name: branch, path: file, per_page: '100' });
      const commits = ((await (await ask(`commits?${query}`))?.json()) ?? []) as Commit[];
      return commits.map(({ id, title, author_name, authored_date }) => ({
        commit: id,
        author: author_name,
        date: authored_date,
        message: title,
      }));
    },
    text,
    async forkText(file, collection, slug) {
      const query = new URLSearchParams([
        ['refs[]', branch],
        ['refs[]', `cms/${collection}/${slug}`],
      ]);
      const base = (await (await ask(`merge_base?${query}`))?.json()) as { id: string } | undefined;
      return base && text(file, base.id);
    },
  };
}
