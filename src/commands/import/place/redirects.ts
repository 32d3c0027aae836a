import { callsOf } from '../read/code';
import type { Field } from '../read/field';
import type { Record } from '../read/record';
import { pathIn } from './addresses';

export interface RedirectRule {
  from: string;
  to: string;
  status: 301 | 302;
}

/** What the host or the generator of a former site was told, and what of it becomes a redirect here. */
export interface RedirectsFound {
  rules: RedirectRule[];
  left: { file: string; line: number; rule: string; why: string }[];
}

const hosts = 'that is the business of the host: put it into its configuration';

/** A rule as it was written. */
interface Written {
  file: string;
  line: number;
  from: string;
  to: string;
  status?: string | undefined;
  conditions?: boolean;
}

/** Reads `_redirects`, `netlify.toml` and calls of `createRedirect`. `own` are the hosts of the site. */
export function readRedirects(
  sources: {
    redirects: readonly { file: string; text: string }[];
    netlify: readonly Record[];
    code: readonly { file: string; text: string }[];
  },
  own: readonly string[],
  isPage: (address: string) => boolean,
): RedirectsFound {
  const written = [
    ...sources.redirects.flatMap(({ file, text }) => linesOf(file, text)),
    ...sources.netlify.flatMap(tablesOf),
  ];
  const found: RedirectsFound = { rules: [], left: [] };
  for (const { file, text } of sources.code) {
    for (const { line, data } of callsOf('createRedirect', text)) {
      const from = data?.['fromPath'];
      const to = data?.['toPath'];
      if (typeof from === 'string' && typeof to === 'string') {
        written.push({
          file,
          line,
          from,
          to,
          status: data?.['isPermanent'] === 'true' ? '301' : (textIn(data?.['statusCode']) ?? '302'),
        });
      } else
        found.left.push({
          file,
          line,
          rule: 'createRedirect',
          why: 'its addresses are computed: write the redirects yourself',
        });
    }
  }
  const taken = new Set<string>();
  for (const rule of written) {
    const judged = judge(rule, own, isPage);
    const shown = `${rule.from} → ${rule.to}`;
    const { file, line } = rule;
    if (typeof judged === 'string') found.left.push({ file, line, rule: shown, why: judged });
    else if (judged && !taken.has(judged.from)) {
      taken.add(judged.from);
      found.rules.push(judged);
    }
  }
  return found;
}

const textIn = (value: unknown) => (typeof value === 'string' ? value : undefined);

function linesOf(file: string, text: string): Written[] {
  return text.split(/\r?\n/).flatMap((content, index): Written[] => {
    const [from, to, status, ...more] = content
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .split(/\s+/);
    return from && to ? [{ file, line: index + 1, from, to, status, conditions: more.length > 0 }] : [];
  });
}

function tablesOf(record: Record): Written[] {
  const list = record.data['redirects'];
  if (!Array.isArray(list)) return [];
  return list.flatMap((item, index): Written[] => {
    if (typeof item !== 'object' || Array.isArray(item)) return [];
    const { from, to, status, force } = item;
    if (typeof from !== 'string' || typeof to !== 'string') return [];
    const conditions = ['conditions', 'query', 'headers', 'signed'].some((name) => item[name] !== undefined);
    const code = `${textIn(status) ?? '301'}${force === 'true' ? '!' : ''}`;
    return [{ file: record.file, line: record.lineOf(['redirects', index]), from, to, status: code, conditions }];
  });
}

/** The redirect, or why there is none; undefined where there is nothing to say, as for a path that leads to itself. */
function judge(
  rule: Written,
  own: readonly string[],
  isPage: (address: string) => boolean,
): RedirectRule | string | undefined {
  const status = rule.status ?? '301';
  const isForced = status.endsWith('!');
  const code = Number.parseInt(status, 10);
  const from = pathIn(rule.from.replace(/\*$/, ''));
  if (!from) return 'its beginning is no path';
  if (from.host !== undefined && !own.includes(from.host)) return `it is of another host: ${hosts}`;
  if (from.host !== undefined && from.path === '/' && rule.from.endsWith('*'))
    return `it leads from one host to another: ${hosts}`;
  if (rule.conditions) return `it has conditions: ${hosts}`;
  if (![301, 302, 303, 307, 308].includes(code))
    return code === 200 ? `it is a proxy or a rewrite: ${hosts}` : `its status is ${code}: ${hosts}`;
  if (/:(?!splat)\w/.test(rule.from)) return `it has placeholders: ${hosts}`;
  const splat = rule.from.endsWith('*');
  const start = splat ? `${from.path.replace(/\/?$/, '/')}*` : from.path;
  if (start === '/*') return `it is of every address: ${hosts}`;
  const target = pathIn(rule.to);
  const isOwn = target && (target.host === undefined || own.includes(target.host));
  const [, rest = ''] = /^[^?#]*(.*)$/s.exec(rule.to) ?? [];
  const to = isOwn ? target.path + rest : rule.to;
  if (!splat && to === start) return undefined;
  if (!splat && isPage(start)) {
    return isForced
      ? 'it leads away from a page that there is: delete the page, or forget the redirect'
      : 'there is a page at its beginning, which came before it';
  }
  return { from: start, to, status: [301, 308].includes(code) ? 301 : 302 };
}

/** Redirects that a page asks for itself, `aliases` of Hugo and `redirect_from` of Jekyll. */
export function formerAddresses(page: Field, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const field = page.get(name);
    const values = field.isList ? field.items() : [field];
    return values.flatMap((one) => pathIn(one.take() ?? '')?.path ?? []).filter((path) => path !== '/');
  });
}
