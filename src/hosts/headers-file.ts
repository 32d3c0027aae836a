import type { HeaderRule } from './headers';

/**
 * `_headers`, for Netlify, Cloudflare Pages and others. To Netlify a later rule replaces what an earlier one says of a
 * header, and a line without a colon is none; Cloudflare joins the two, unless “!” takes the earlier away.
 * https://developers.cloudflare.com/pages/configuration/headers/#detach-a-header
 */
export const headersFile = (rules: readonly HeaderRule[]): string =>
  rules
    .map(({ below, headers }, index) => {
      const above = rules.slice(0, index).filter((rule) => below.startsWith(rule.below));
      const lines = Object.entries(headers).flatMap(([name, value]) => [
        ...(above.some((rule) => name in rule.headers) ? [`  ! ${name}`] : []),
        `  ${name}: ${value}`,
      ]);
      return [`${below}*`, ...lines, ''].join('\n');
    })
    .join('\n');
