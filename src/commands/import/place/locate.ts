import { addressKey, behindHost } from '../../../site/addresses/address';
import type { Field, Reading } from '../read/field';
import type { Mapping } from '../read/mapping';
import type { Item } from '../read/site';
import { type AddressRules, addressOfFile, nameOf, pathIn, withSlashes } from './addresses';
import { formerAddresses, type RedirectRule } from './redirects';

/** A file that was a page, and where. */
export interface Spot {
  item: Item;
  /** The address it asks for, as it is written. */
  asked?: string | undefined;
  /** The address that its path gives. */
  byFile: string;
  /** Addresses it had before. */
  aliases: readonly string[];
  /** The day in its name. */
  day?: string | undefined;
}

/** Finds where a file’s page was, and ticks off the fields that say so. */
export function locate(item: Item, mapping: Mapping, rules: AddressRules): Spot {
  const { record, root } = item.reading;
  const asked = askedAddress(root, mapping);
  const aliases = formerAddresses(root, mapping.fields['formerAddresses'] ?? []);
  const { day } = nameOf(record.file);
  root.get('slug').take();
  const date = root.get(...(mapping.fields['date'] ?? []));
  const written = date.isText ? String(date.value) : day;
  const byFile = addressOfFile(record, rules, written, item.target === 'post');
  return { item, asked, aliases, day, byFile };
}

/** The address that a page asks for; a pattern of several is none. */
function askedAddress(page: Field, mapping: Mapping): string | undefined {
  const seo = page.get('seo', 'meta');
  const own = seo.isMap ? seo.get('url', 'canonical') : undefined;
  const names = (mapping.fields['address'] ?? []).filter((name) => name !== 'slug');
  const field = own?.isText ? own : page.get(...names);
  const asked = field.isText ? field.take() : undefined;
  if (asked === undefined || /:\w/.test(asked.replace(/^https?:/, ''))) return undefined;
  return pathIn(asked) ? asked : undefined;
}

/** Where a page was: at the address it asked for, else where its file is. */
export const formerAddress = ({ asked, byFile }: Pick<Spot, 'asked' | 'byFile'>): string =>
  (asked && pathIn(asked)?.path) || byFile;

/** The addresses of the new site: each is given once. */
export class Addresses {
  private readonly claimed = new Map<string, string>();
  readonly redirects: RedirectRule[] = [];

  constructor(
    private readonly hosts: readonly string[],
    /** Is told what a person has to look at. */
    private readonly ask: (reading: Reading, what: string) => void,
  ) {}

  has = (address: string) => this.claimed.has(addressKey(address));

  take(address: string, file: string): void {
    this.claimed.set(addressKey(address), file);
  }

  /** Who asks for one address is led to another. */
  lead(from: string, to: string): void {
    if (addressKey(from) !== addressKey(to)) this.redirects.push({ from, to, status: 301 });
  }

  /** Gives a page the address it had; another, where somebody has that already. */
  give({ item: { reading }, asked, byFile }: Pick<Spot, 'item' | 'asked' | 'byFile'>): string {
    const { file } = reading.record;
    const written = asked === undefined ? undefined : pathIn(asked);
    const isForeign = written?.host !== undefined && !this.hosts.includes(written.host);
    if (isForeign) this.ask(reading, `it asks for an address on another host, ${asked}: it is at ${byFile}`);
    // A host that was pasted into a path is no folder.
    const inner = written && behindHost(written.path, this.hosts);
    if (written && inner !== undefined) this.lead(written.path, withSlashes(inner));
    const wanted = !written || isForeign ? byFile : inner === undefined ? written.path : withSlashes(inner);
    const other = this.claimed.get(addressKey(wanted));
    if (other === undefined) {
      this.take(wanted, file);
      return wanted;
    }
    let free = byFile;
    for (let number = 2; this.has(free); number++) free = byFile.replace(/\/?$/, `-${number}/`);
    this.take(free, file);
    this.ask(reading, `it asks for the address of ${other}, ${wanted}: it is at ${free}`);
    return free;
  }
}
