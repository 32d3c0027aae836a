import type { AnyEntry } from '../../content/entry';
import { type Problem, problemIn } from '../../content/problem';

/**
 * Keys by which programs are let in, each with the letters by which those who issue it ask to recognize it: the pages of
 * GitHub, GitLab, Amazon, Google, Slack, Stripe, npm, OpenAI, Anthropic, SendGrid and Netlify on their tokens, RFC 7468
 * for private keys, RFC 3986 for a name and password within an address.
 */
const shapes: readonly (readonly [of: string, shape: string])[] = [
  ['GitHub', String.raw`\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})`],
  ['GitLab', String.raw`\bgl(?:pat|dt|rt|ptt|oas|ft)-[A-Za-z0-9_-]{20,}`],
  ['Amazon', String.raw`\b(?:AKIA|ASIA)[A-Z2-7]{16}\b`],
  ['Google', String.raw`\b(?:AIza[A-Za-z0-9_-]{35}|GOCSPX-[A-Za-z0-9_-]{28})`],
  ['Slack', String.raw`\bxox[abeoprs]-[A-Za-z0-9-]{20,}|hooks\.slack\.com/services/T\w+/B\w+/\w{20,}`],
  ['Stripe', String.raw`\b[rs]k_live_[A-Za-z0-9]{20,}`],
  ['npm', String.raw`\bnpm_[A-Za-z0-9]{36}\b`],
  ['OpenAI', String.raw`\bsk-(?:proj|svcacct|admin)-[A-Za-z0-9_-]{20,}`],
  ['Anthropic', String.raw`\bsk-ant-[A-Za-z0-9_-]{20,}`],
  ['SendGrid', String.raw`\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}`],
  ['Netlify', String.raw`\bnfp_[A-Za-z0-9]{36,}|api\.netlify\.com/build_hooks/[0-9a-f]{24}`],
  ['a server', '-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----'],
  ['a server', String.raw`\b[a-z][a-z0-9+]{2,11}://[^\s/:@"'<>]+:[^\s/:@"'<>]{6,}@[\w.-]+\.\w`],
];
const anyShape = new RegExp(shapes.map(([, shape]) => `(${shape})`).join('|'), 'g');

/** Finds keys and passwords in a file, which whoever reads the site or its repository could use. */
export const checkSecrets = (entry: AnyEntry): Problem[] =>
  secretsIn(entry.source.text).map(({ of, index, shown }) =>
    problemIn(
      entry,
      'secret',
      index,
      `What stands here looks like a key of ${of}: “${shown}”`,
      'remove it, and have another one issued: this one has been seen',
      index >= entry.source.bodyOffset ? { path: ['body'] } : {},
    ),
  );

/** What looks like a key, and whose; `shown` is so little of it that it is no use to anybody. */
export function secretsIn(text: string): { of: string; index: number; shown: string }[] {
  return [...text.matchAll(anyShape)].map((found) => {
    const which = found.slice(1).findIndex((group) => group !== undefined);
    return { of: shapes[which]?.[0] ?? '', index: found.index, shown: `${found[0].slice(0, 7)}…` };
  });
}
