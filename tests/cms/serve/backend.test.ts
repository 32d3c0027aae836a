import { expect, it } from 'vitest';
import { backendOf } from '../../../src/cms/serve/backend';

const settings = { backend: 'github', workflow: false } as const;
const gitea = { backend: 'gitea', workflow: true, repo: 'a/b', appId: 'id', baseUrl: 'https://git.example.org' };

it.each([
  ['nobody says where', undefined, {}, undefined],
  ['an application alone is said', undefined, { CMS_APP_ID: 'id' }, undefined],
  ['the settings say where', { ...settings, repo: 'a/b' }, {}, 'simple github repo=a/b branch=main'],
  ['the settings ask for review', { ...settings, workflow: true }, {}, 'editorial_workflow github branch=main'],
  [
    'the environment says otherwise',
    { ...settings, repo: 'a/b' },
    { CMS_BACKEND: 'gitlab', CMS_REPO: 'c/d', CMS_BRANCH: 'next' },
    'simple gitlab repo=c/d branch=next',
  ],
  ['the environment alone says where', undefined, { CMS_BACKEND: 'git-gateway' }, 'simple git-gateway branch=main'],
  ['the environment asks for review', settings, { CMS_WORKFLOW: 'true' }, 'editorial_workflow github branch=main'],
  [
    'the environment wants no review',
    { ...settings, workflow: true },
    { CMS_WORKFLOW: 'false' },
    'simple github branch=main',
  ],
  ['an empty variable is none', { ...settings, repo: 'a/b' }, { CMS_REPO: '' }, 'simple github repo=a/b branch=main'],
  [
    'there are no drafts on branches',
    gitea,
    {},
    'simple gitea repo=a/b branch=main base_url=https://git.example.org app_id=id auth_type=pkce',
  ],
  [
    'a GitLab of one’s own signs people in',
    { backend: 'gitlab', workflow: true, appId: 'id', apiRoot: 'https://git.example.org/api/v4' },
    {},
    'editorial_workflow gitlab branch=main api_root=https://git.example.org/api/v4 app_id=id auth_type=pkce',
  ],
  ['GitHub knows no proof of who asked', { ...settings, appId: 'id' }, {}, 'simple github branch=main app_id=id'],
  [
    'Forgejo has reviews',
    { ...gitea, backend: 'forgejo' },
    {},
    'editorial_workflow forgejo repo=a/b branch=main base_url=https://git.example.org app_id=id auth_type=pkce',
  ],
  ['the local server runs', gitea, { CMS_SERVER: '8081' }, 'simple proxy branch=main proxy_url=/api/v1'],
  [
    'the local server runs, and nothing else is said',
    undefined,
    { CMS_SERVER: '8081' },
    'simple proxy branch=main proxy_url=/api/v1',
  ],
])('the content is kept where it is said, and nowhere else: %s', (_, editing, environment, expected) => {
  const found = backendOf(editing as never, environment as Record<string, string>);
  const { name, ...options } = found?.backend ?? { name: '' };
  const order = ['repo', 'branch'];
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const shown = Object.entries(options).sort(([a], [b]) => place(a) - place(b));
  expect(found && [found.publish_mode, name, ...shown.map((pair) => pair.join('='))].join(' ')).toBe(expected);
});
