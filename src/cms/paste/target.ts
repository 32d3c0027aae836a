/** Where a link leads, without the address of whoever counts those that follow it; undefined for what may stand in no page. */
export function targetOf(href: string): string | undefined {
  if (!URL.canParse(href)) return /^[/#]/.test(href) ? href : undefined;
  const url = new URL(href);
  const isCounted =
    (/(?:^|\.)google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url') ||
    /\.safelinks\.protection\.outlook\.com$/.test(url.hostname) ||
    url.hostname === 'slack-redir.net';
  const inner = isCounted ? (url.searchParams.get('q') ?? url.searchParams.get('url')) : undefined;
  if (inner) return targetOf(inner);
  return /^(?:https?|mailto|tel):$/.test(url.protocol) ? href : undefined;
}
