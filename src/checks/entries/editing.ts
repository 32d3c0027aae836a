import { editing } from '../../collections/settings/editing';
import { type AnyEntry, isOf } from '../../content/entry';
import { type Problem, problemAt } from '../../content/problem';
import type { DataOf } from '../../model/collection';
import { childOf, infoOf } from '../../model/field';

type Editing = DataOf<typeof editing>;

const ownServer = {
  repo: 'example/site',
  baseUrl: 'https://git.example.org',
  apiRoot: 'https://git.example.org/api/v1',
  appId: '…, the id under which the site is registered there',
};

/** What each backend can't be without, and what to write. */
const needs: Record<Editing['backend'], { [Key in keyof Editing]?: string }> = {
  github: { repo: 'example/site' },
  gitlab: { repo: 'example/site' },
  gitea: ownServer,
  forgejo: ownServer,
  'git-gateway': {},
};

/** Finds what keeps editors from logging in, or from having their texts reviewed. */
export function checkEditing(entry: AnyEntry): Problem[] {
  if (!isOf(entry, editing)) return [];
  const { backend, workflow } = entry.data;
  const missing = Object.entries(needs[backend]).filter(([key]) => !(key in entry.data));
  return [
    ...missing.map(([key, example]) => {
      const label = infoOf(childOf(editing.schema, key))?.label;
      return problemAt(
        entry,
        'missing-backend-setting',
        ['backend'],
        `“${label}” is missing, which “${backend}” needs`,
        { file: `write ${key}: ${example}`, form: `write it in “${label}”` },
      );
    }),
    ...(backend === 'gitea' && workflow
      ? [
          problemAt(entry, 'unsupported-review', ['workflow'], '“Review” is on, and “gitea” has none', {
            file: 'write workflow: false, or choose another backend',
            form: 'switch it off, or choose another backend',
          }),
        ]
      : []),
  ];
}
