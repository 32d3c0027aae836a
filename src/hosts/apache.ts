import { type Answers, keepsQuery, type Moved } from './answers';
import { isText, types } from './types';
import { inRegex, waysTo } from './ways';

interface ApacheOptions {
  /** The folder in which the site’s base path begins. */
  root: string;
}

/**
 * What a `<VirtualHost>` of Apache 2.4 includes. It needs the modules `dir`, `headers`, `mime` and `rewrite`. It answers as
 * nginx does, but for requests that are none.
 */
export function apacheConfig({ basePath, headers, redirects }: Answers, { root }: ApacheOptions): string {
  const rules = headers.map(({ below, headers: values }) => {
    const lines = Object.entries(values).map(([name, value]) => `  Header always set ${name} ${quoted(value)}`);
    return `<LocationMatch ${quoted(`^${inRegex(decodeURI(below))}`)}>\n${lines.join('\n')}\n</LocationMatch>`;
  });
  return `# Made of what the build wrote; make it again when redirects or headers change.
DocumentRoot ${quoted(root)}
DirectoryIndex index.html
DirectorySlash On
AddDefaultCharset off
FileETag MTime Size
ErrorDocument 404 ${basePath}404.html
TraceEnable off
${rules.join('\n')}
${Object.entries(types)
  .map(([ending, type]) => `AddType ${quoted(isText(type) ? `${type}; charset=utf-8` : type)} .${ending}`)
  .join('\n')}
<Directory ${quoted(root)}>
  Options FollowSymLinks
  AllowOverride None
  Require all granted
  RemoveType .br .gz
  AddEncoding br .br
  AddEncoding gzip .gz
</Directory>
RewriteEngine On
${redirects.exact.map(exactRule).join('\n')}
RewriteCond %{THE_REQUEST} "^\\S+ [^?\\s]*/index\\.html[?\\s]"
RewriteRule "^(.*/)index\\.html$" "$1" [R=301,L,NE]
RewriteRule "^${inRegex(basePath)}_(?:headers|redirects)$" - [R=404,L]
RewriteCond "%{DOCUMENT_ROOT}%{REQUEST_URI}" -d
RewriteCond "%{REQUEST_URI}" "/$"
RewriteCond "%{DOCUMENT_ROOT}%{REQUEST_URI}index.html" !-f
RewriteRule ^ - [R=404,L]
${redirects.splats.map(splatRule).join('\n')}
${packed('br', '.br')}
${packed('gzip', '.gz')}
Header append Vary Accept-Encoding
`;
}

const exactRule = ({ from, to, status }: Moved): string => {
  const forms = waysTo(decodeURIComponent(from)).map(inRegex).join('|');
  return `RewriteRule "^(?i:${slashed(forms)})$" ${targetOf(to)} [R=${status},L,NE${keepsQuery(to) ? '' : ',QSD'}]`;
};

const splatRule = ({ from, to, status }: Moved): string => `RewriteCond "%{DOCUMENT_ROOT}%{REQUEST_URI}" !-f
RewriteCond "%{DOCUMENT_ROOT}%{REQUEST_URI}" !-d
RewriteCond %{THE_REQUEST} "^\\S+ (?i:${slashed(inRegex(from.replace(/\/?\*$/, '')))})(?:/([^?#\\s]*))?[?#\\s]"
RewriteRule ^ ${targetOf(to).replace(':splat', '%1')} [R=${status},L,NE${keepsQuery(to) ? '' : ',QSD'}]`;

/** Sends a packed copy of a file, or of a folder’s page, under the type of the file itself. */
const packed = (coding: string, ending: string) =>
  ['', 'index.html']
    .map(
      (
        page,
      ) => `RewriteCond %{HTTP:Accept-Encoding} "(?:^|[,\\s])${coding}(?!\\s*;\\s*q=0(?:\\.0*)?(?:[,\\s]|$))(?:[;,\\s]|$)"
RewriteCond "%{DOCUMENT_ROOT}$1${page}${ending}" -f
RewriteRule "^(.+)$" "$1${page}${ending}" [PT,L]`,
    )
    .join('\n');

const slashed = (pattern: string) => pattern.replaceAll('"', '\\"');
const targetOf = (to: string) => quoted(to.replaceAll('$', '%24').replaceAll('%', '\\%'));
const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
