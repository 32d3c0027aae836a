import { collection } from '../../model/collection';
import { absoluteAddress, choice, flag, text } from '../../model/field';

export const editing = collection({
  name: 'editing',
  label: 'Editing',
  plural: 'Editing',
  description: 'Where the CMS at /admin/ keeps what is written. See docs/cms.md.',
  technical: true,
  folder: 'settings/editing',
  format: 'yml',
  single: 'optional',
  fields: {
    backend: choice({
      label: 'Backend',
      hint: 'What holds the repository. Git Gateway lets people in who have no account there.',
      values: ['github', 'gitlab', 'gitea', 'forgejo', 'git-gateway'],
    }),
    repo: text({
      label: 'Repository',
      hint: 'Owner and name, as in example/site; Git Gateway needs none.',
    }).exactOptional(),
    branch: text({ label: 'Branch', hint: 'The branch that is published; main, when left out.' }).exactOptional(),
    workflow: flag({
      label: 'Review',
      hint: 'What is written waits as a draft on a branch of its own until somebody publishes it.',
    }),
    baseUrl: absoluteAddress({
      label: 'Sign-in server',
      hint: 'The server that signs editors in: of Gitea or Forgejo itself, else an OAuth proxy.',
    }).exactOptional(),
    apiRoot: absoluteAddress({
      label: 'Programming interface',
      hint: 'Of a server of your own: its API’s address.',
    }).exactOptional(),
    appId: text({
      label: 'Application',
      hint: 'The id under which this site is registered with the server.',
    }).exactOptional(),
  },
});
