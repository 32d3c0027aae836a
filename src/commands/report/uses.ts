import { type Address, addressKey, decode } from '../../site/addresses/address';
import type { MadePage } from '../../site/pages/make';
import type { Site } from '../../site/site';

/** The pages that lead to an address, or show a file, by `addressKey`; none is said to lead to itself. */
export type Uses = ReadonlyMap<string, readonly MadePage[]>;

/** Finds what the pages lead to and show, as their templates are given it: texts, fields, lists and navigation. */
export function usesOf({ base }: Pick<Site, 'base'>, pages: readonly MadePage[]): Uses {
  const uses = new Map<string, MadePage[]>();
  for (const page of pages) {
    const { head, ...body } = page.props;
    // What search engines are reported is no link; only files are looked for in it, such as the picture of a shared page.
    const files = textsIn(head).filter(
      (text) => /\.\w+$/.test(text) && (text.startsWith(base.url('/')) || text.startsWith(base.path)),
    );
    const keys = new Set(
      [...textsIn(body).flatMap(targetsIn), ...files.map((url) => new URL(url, base.url('/')).pathname)]
        .filter((target) => target.startsWith(base.path))
        .map((target) => addressKey(base.within(decode(target.replace(/[?#].*$/s, ''))))),
    );
    keys.delete(addressKey(page.address));
    for (const key of keys) {
      const known = uses.get(key);
      if (known) known.push(page);
      else uses.set(key, [page]);
    }
  }
  return uses;
}

/** Pages for everyone to which no other page leads. */
export const orphansAmong = (pages: readonly MadePage[], uses: Uses): MadePage[] =>
  pages.filter(
    ({ address, listed }) => listed && address !== ('/' satisfies Address) && !uses.has(addressKey(address)),
  );

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
};

/** A text is an address itself, or HTML that has some. */
const targetsIn = (text: string): string[] =>
  text.includes('<') ? [...text.matchAll(/\b(?:href|src)="([^"]*)"/g)].map(([, target = '']) => target) : [text];
