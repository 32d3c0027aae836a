import { type Answers, keepsQuery, type Moved } from './answers';
import { isText, types } from './types';
import { inRegex, waysTo } from './ways';

interface CaddyOptions {
  /** The folder in which the site’s base path begins. */
  root: string;
  /** The site’s address: with a host name, Caddy gets a certificate for it by itself. */
  address: string;
}

/** A site of a Caddyfile. It answers as nginx does, but that it tells capitals in former addresses from small letters. */
export function caddyConfig({ basePath, headers, redirects }: Answers, { root, address }: CaddyOptions): string {
  const rules = headers.map(({ below, headers: values }) => {
    const lines = Object.entries(values).map(([name, value]) => `      ${name} ${quoted(value)}`);
    return `    header ${decodeURI(below)}* {\n${lines.join('\n')}\n    }`;
  });
  const texts = Object.entries(types).map(([ending, type]) => {
    const value = isText(type) ? `${type}; charset=utf-8` : type;
    return `    @${ending} path *.${ending}\n    header @${ending} Content-Type ${quoted(value)}`;
  });
  const exact = redirects.exact.flatMap(({ from, to, status }) =>
    waysTo(decodeURIComponent(from)).map((path) => `    ${quoted(path)} ${quoted(targetOf(to))} ${status}`),
  );
  return `# Made of what the build wrote; make it again when redirects or headers change.
${address} {
  root * ${quoted(root)}
  map {query} {behind} {
    ~^(.+)$ "?\${1}"
    default ""
  }
  map {path} {moved_to} {moved_as} {
${exact.join('\n')}
    default "" ""
  }
  route {
    vars asked {http.request.orig_uri}
    header -Server
${rules.join('\n')}
    @moved expression {moved_to} != ""
    redir @moved {moved_to} {moved_as}
    @page vars_regexp page asked ^([^?#]*/)index\\.html(?:[?#]|$)
    redir @page {re.page.1}{behind} 301
    @hosts path ${basePath}_headers ${basePath}_redirects
    error @hosts 404
    @folder {
      file {path}/
      not path */
      vars_regexp folder asked ^([^?#]*)
    }
    redir @folder {re.folder.1}/{behind} 301
    @elsewhere not file {path} {path}/
    route @elsewhere {
${redirects.splats.map(splatRule).join('\n')}
      error 404
    }
    @page_of_folder path */
    header @page_of_folder Content-Type "text/html; charset=utf-8"
${texts.join('\n')}
    file_server {
      precompressed br gzip
    }
  }
  handle_errors {
    @missing expression {err.status_code} in [403, 404]
    route @missing {
      rewrite * ${basePath}404.html
${headers
  .filter(({ below }) => below === encodeURI(basePath))
  .flatMap((rule) => Object.entries(rule.headers).map(([name, value]) => `      header ${name} ${quoted(value)}`))
  .join('\n')}
      header Content-Type "text/html; charset=utf-8"
      file_server {
        status 404
        precompressed br gzip
      }
    }
  }
}
`;
}

function splatRule({ from, to, status }: Moved, index: number): string {
  // As it was asked for: decoded, it could not be sent.
  const above = inRegex(from.replace(/\/?\*$/, ''));
  const name = `splat${index}`;
  return `      @${name} vars_regexp ${name} asked (?i)^${above}(?:/([^?#]*))?(?:[?#]|$)
      redir @${name} ${quoted(targetOf(to).replace(':splat', `{re.${name}.1}`))} ${status}`;
}

const targetOf = (to: string) => (keepsQuery(to) ? `${escaped(to)}{behind}` : escaped(to));
/** Braces would name something. */
const escaped = (text: string) => text.replaceAll('{', '%7B').replaceAll('}', '%7D');
const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
