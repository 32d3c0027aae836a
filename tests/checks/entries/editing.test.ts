import { expect, test } from 'vitest';
import { checkReport, data } from '../../project';

const report = (editing: object) => checkReport({ 'content/settings/editing.yml': data(editing) });

test('a backend is told what it lacks before its editors find out', () => {
  expect(report({ backend: 'github' })).toMatchInlineSnapshot(`
    "content/settings/editing.yml:1:10  error  “Repository” is missing, which “github” needs  → write repo: example/site  [missing-backend-setting]

    1 error in 1 file"
  `);
  expect(report({ branch: 'main', backend: 'gitea', repo: 'a/b' })).toMatchInlineSnapshot(`
    "content/settings/editing.yml:2:10  error  “Sign-in server” is missing, which “gitea” needs  → write baseUrl: https://git.example.org  [missing-backend-setting]
    content/settings/editing.yml:2:10  error  “Programming interface” is missing, which “gitea” needs  → write apiRoot: https://git.example.org/api/v1  [missing-backend-setting]
    content/settings/editing.yml:2:10  error  “Application” is missing, which “gitea” needs  → write appId: …, the id under which the site is registered there  [missing-backend-setting]

    3 errors in 1 file"
  `);
});

test('a review that Gitea does not have is reported, or what should wait would be published at once', () => {
  const gitea = {
    backend: 'gitea',
    repo: 'a/b',
    baseUrl: 'https://git.example.org',
    apiRoot: 'https://git.example.org/api/v1',
    appId: 'x',
  };
  expect(report({ ...gitea, workflow: true })).toMatchInlineSnapshot(`
    "content/settings/editing.yml:6:11  error  “Review” is on, and “gitea” has none  → write workflow: false, or choose another backend  [unsupported-review]

    1 error in 1 file"
  `);
  expect(report({ ...gitea, workflow: false })).toBe('');
});

test.each([
  { backend: 'github', repo: 'a/b', workflow: true },
  { backend: 'gitlab', repo: 'a/b', workflow: true },
  { backend: 'git-gateway', workflow: true },
])('$backend with all it needs is no problem', (editing) => {
  expect(report(editing)).toBe('');
});
