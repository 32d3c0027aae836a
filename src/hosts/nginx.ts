import { type Answers, keepsQuery, type Moved } from './answers';
import { isText, types } from './types';
import { inRegex, waysTo } from './ways';

interface NginxOptions {
  /** The folder in which the site’s base path begins: `public/` itself for a site at the root of its host. */
  root: string;
  /** Address and port, or port. */
  listen: string;
  serverName: string;
  /** The module that serves files packed with brotli is there. */
  brotli: boolean;
}

/** What nginx includes within its `http`: a server for the site. */
export function nginxConfig({ basePath, headers, redirects }: Answers, options: NginxOptions): string {
  const { root, listen, serverName, brotli } = options;
  const names = [...new Set(headers.flatMap((rule) => Object.keys(rule.headers)))];
  const maps = names.map((name) => {
    // Of expressions the first that fits counts, and so the deepest path comes first.
    const rows = headers
      .filter((rule) => name in rule.headers)
      .reverse()
      .map(
        ({ below, headers: { [name]: value = '' } }) =>
          `  ${below === '/' ? 'default' : quoted(`~^${inRegex(decoded(below))}`)} ${quoted(value)};`,
      );
    return `map $uri ${variableOf(name)} {\n${rows.join('\n')}\n}`;
  });
  const longest = Math.max(0, ...redirects.exact.map(({ from }) => Buffer.byteLength(decoded(from)))) + 128;
  const moved = [301, 302].map((status) => {
    const rows = redirects.exact
      .filter((redirect) => redirect.status === status)
      .flatMap(({ from, to }) => waysTo(decoded(from)).map((path) => `  ${quoted(path)} ${quoted(targetOf(to))};`));
    return `map $uri $moved_${status} {\n${rows.join('\n')}\n}`;
  });
  const splats = [301, 302].map((status) => {
    const rows = redirects.splats.filter((redirect) => redirect.status === status).map(splatRow);
    return `map $request_uri $elsewhere_${status} {\n${rows.join('\n')}\n}`;
  });
  return `# Made of the site’s content; make it again when redirects or headers change.
map_hash_max_size ${powerAbove(redirects.exact.length * 6 + 2048)};
map_hash_bucket_size ${powerAbove(longest)};
${[...maps, ...moved, ...splats].join('\n')}
server {
  listen ${listen};
  server_name ${serverName};
  root ${quoted(root)};
  index index.html;
  server_tokens off;
  absolute_redirect off;
  charset utf-8;
  charset_types ${[...new Set(Object.values(types).filter((type) => isText(type) && type !== 'text/html'))].join(' ')};
  types {
${Object.entries(types)
  .map(([ending, type]) => `    ${type} ${ending};`)
  .join('\n')}
  }
  default_type application/octet-stream;
  etag on;
  if_modified_since before;
  max_ranges 1;
  gzip off;
  gzip_static on;
  gzip_vary on;${brotli ? '\n  brotli_static on;' : ''}
${names.map((name) => `  add_header ${name} ${variableOf(name)} always;`).join('\n')}
  error_page 403 404 =404 ${basePath}404.html;
${[301, 302].map((status) => `  if ($moved_${status}) { return ${status} $moved_${status}; }`).join('\n')}
  # What a folder’s page is called is nobody’s address; one redirect leads to the folder, not two.
  if ($request_uri ~ "^([^?]*/)index\\.html(?:\\?|$)") { return 301 $1$is_args$args; }
  location / { try_files $uri $uri/ @elsewhere; }
  location @elsewhere {
${[301, 302].map((status) => `    if ($elsewhere_${status}) { return ${status} $elsewhere_${status}; }`).join('\n')}
    return 404;
  }
  # For hosts that read them.
  location ~ ^${inRegex(basePath)}_(?:headers|redirects)$ { return 404; }
}
`;
}

function splatRow({ from, to }: Moved): string {
  const above = inRegex(from.replace(/\/?\*$/, ''));
  return `  ${quoted(`~*^${above}(?:/(?<splat>[^?#]*))?(?:[?#]|$)`)} ${quoted(targetOf(to).replace(':splat', '$splat'))};`;
}

const targetOf = (to: string) => (keepsQuery(to) ? `${escaped(to)}$is_args$args` : escaped(to));

/** nginx has no way to write a “$” in a value; encoded, it is the same address. */
const escaped = (text: string) => text.replaceAll('$', '%24');
const powerAbove = (count: number) => 2 ** Math.ceil(Math.log2(count));
const decoded = (path: string) => decodeURIComponent(path);
const variableOf = (name: string) => `$site_${name.toLowerCase().replaceAll('-', '_')}`;
const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
