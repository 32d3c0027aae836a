import type { Backend } from '../form/config';
import { gitHubHistory } from './github';
import { gitLabHistory } from './gitlab';
import type { Asked, History } from './history';
import { localHistory } from './local';

/** The history of a back end; undefined for one whose interface is not known here. */
export function historyOf({ backend }: Backend, token: Asked['token']): History | undefined {
  const { name, branch, repo, proxy_url: proxy, api_root: root } = backend as unknown as Record<string, string>;
  const asked = { branch: branch ?? 'main', token };
  if (name === 'proxy' && proxy) return localHistory(proxy, asked);
  if (name === 'github' && repo) return gitHubHistory(root ?? 'https://api.github.com', repo, asked);
  if (name === 'gitlab' && repo) return gitLabHistory(root ?? 'https://gitlab.com/api/v4', repo, asked);
  return undefined;
}
