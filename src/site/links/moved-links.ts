import posix from 'path-browserify';
import { addressKey, decode } from '../addresses/address';
import { moveOf } from '../addresses/redirects';
import type { Site } from '../site';

/**
 * What to write for a link that only arrives by redirects which are for good; undefined for any other. The link keeps its
 * form: relative or whole, with its %-codes, its last slash or none, its query and its anchor.
 */
export function movedLink(
  site: Site,
  file: string,
  raw: string,
  { href, external }: { href: string; external: boolean },
): string | undefined {
  const [, host = '', path = '', rest = ''] = /^((?:https?:)?\/\/[^/?#]*)?([^?#]*)(.*)$/is.exec(raw) ?? [];
  // A link to another site is as it is, and a path that leads to one has moved.
  if (path === '' || (external && (host || href === raw || !path.startsWith('/')))) return undefined;
  const own = posix.dirname(site.addressByFile.get(file) ?? '/');
  const isRelative = host === '' && !path.startsWith('/');
  if (isRelative && site.addressByFile.has(posix.join(posix.dirname(file), decode(path)))) return undefined;
  const from = host ? site.base.within(decode(path)) : isRelative ? posix.join(own, decode(path)) : decode(path);
  if (site.addresses.has(addressKey(from))) return undefined;
  const move = moveOf(site, from);
  if (move === undefined || move === 'circle' || !move.forGood) return undefined;
  const [, to = '', section = ''] = /^([^?#]*)(.*)$/s.exec(move.to) ?? [];
  const end = rest || section;
  if (!to.startsWith('/')) return to + end;
  const plain = decode(path.endsWith('/') ? to.replace(/\/*$/, '/') : to.replace(/(?<=.)\/+$/, ''));
  const isEncoded = path !== decode(path) || /[\s()<>]/.test(plain);
  const write = (address: string) => (isEncoded ? address.split('/').map(encodeURIComponent).join('/') : address);
  if (host) return host + site.base.path.slice(0, -1) + write(plain) + end;
  if (!isRelative) return write(plain) + end;
  const near = posix.relative(own, plain) || '.';
  const relative = path.startsWith('./') && !near.startsWith('.') ? `./${near}` : near;
  return write(plain.endsWith('/') ? `${relative}/` : relative) + end;
}
