import type { editing } from '../../collections/settings/editing';
import type { DataOf } from '../../model/collection';
import type { Backend } from '../form/config';
import { contentPath } from './content-server';

type Editing = DataOf<typeof editing>;

/** The environment's names for what stands in `content/settings/editing.yml`; they come before it. */
const variables = {
  CMS_BACKEND: 'backend',
  CMS_REPO: 'repo',
  CMS_BRANCH: 'branch',
  CMS_BASE_URL: 'baseUrl',
  CMS_API_ROOT: 'apiRoot',
  CMS_APP_ID: 'appId',
} as const satisfies Record<string, keyof Editing>;

/** What of the environment the admin page is made of, as one text. */
export const editorEnvironment = (environment: Record<string, string | undefined> = process.env): string =>
  JSON.stringify([...Object.keys(variables), 'CMS_WORKFLOW', 'CMS_SERVER'].map((name) => environment[name] ?? null));

/**
 * Where the CMS keeps what is written: in the local server that `npm run cms` has started (`CMS_SERVER`), else where the
 * settings or the environment say. Undefined where nobody says.
 */
export function backendOf(
  settings: Editing | undefined,
  environment: Record<string, string | undefined> = process.env,
): Backend | undefined {
  const asked = Object.entries(variables).flatMap(([name, key]) =>
    environment[name] ? [[key, environment[name]]] : [],
  );
  const options = { ...settings, ...Object.fromEntries(asked) } as Partial<Editing>;
  const { backend, repo, branch = 'main', baseUrl, apiRoot, appId } = options;
  const workflow = environment['CMS_WORKFLOW'] ? environment['CMS_WORKFLOW'] === 'true' : options.workflow;
  // Gitea's back end has no drafts on branches.
  const publish_mode = workflow && backend !== 'gitea' ? ('editorial_workflow' as const) : ('simple' as const);
  if (environment['CMS_SERVER']) return { backend: { name: 'proxy', proxy_url: contentPath, branch }, publish_mode };
  if (!backend) return undefined;
  return {
    backend: {
      name: backend,
      branch,
      ...(repo ? { repo } : {}),
      ...(baseUrl ? { base_url: baseUrl } : {}),
      ...(apiRoot ? { api_root: apiRoot } : {}),
      ...(appId ? { app_id: appId } : {}),
      // Signing in without a server of ours: the code goes to the browser, which proves that it asked for it.
      ...(appId && ['gitlab', 'gitea', 'forgejo'].includes(backend) ? { auth_type: 'pkce' } : {}),
    },
    publish_mode,
  };
}
