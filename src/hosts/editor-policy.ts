import type { Backend } from '../cms/form/config';
import { manualInit } from '../cms/serve/files';
import { hashOf, type Policy } from '../render/policy';

/** Whom the editor asks, beside its own host, where each backend is the public one. */
const hosts: Record<string, { api: readonly string[]; pictures: readonly string[] }> = {
  github: {
    api: ['https://api.github.com', 'https://www.githubstatus.com'],
    pictures: ['https://*.githubusercontent.com'],
  },
  gitlab: { api: ['https://gitlab.com'], pictures: ['https://gitlab.com', 'https://secure.gravatar.com'] },
  'git-gateway': { api: ['https://www.netlifystatus.com'], pictures: ['https://www.gravatar.com'] },
};

/**
 * What the editor may do. Decap makes functions of its schemas (ajv), styles of its components (emotion), and pictures of
 * what was uploaded and not saved yet; all that runs comes from the site’s own host.
 */
export function editorPolicy(backend: Backend | undefined): Policy {
  const { name = '', base_url, api_root } = (backend?.backend ?? {}) as Record<string, string | undefined>;
  // A server of one’s own takes the place of the public one.
  const own = [base_url, api_root].flatMap((url) => (url && URL.canParse(url) ? new URL(url).origin : []));
  const known = hosts[name] ?? { api: [], pictures: [] };
  return {
    'default-src': ["'none'"],
    'script-src': ["'self'", "'unsafe-eval'", hashOf(manualInit)],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'blob:', 'data:', ...(api_root ? [] : known.pictures), ...own],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'", 'blob:', 'data:', ...(api_root ? [] : known.api), ...own],
    'frame-src': ["'self'"],
    'media-src': ["'self'", 'blob:'],
    'worker-src': ["'self'", 'blob:'],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
  };
}
