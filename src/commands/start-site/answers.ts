import { existsSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { imageSize } from 'image-size';
import { isHex } from '../../model/color';
import { nearest } from '../../model/nearest';

/** What somebody says of a site that is to be started. */
export interface Answers {
  name: string;
  /** Where it will be served; a whole address with `/` at its end. */
  url: string;
  /** A language tag. */
  language: string;
  /** In digits: `#0b6e99`. */
  color: string;
  /** Where the blog is: a path with `/` at both ends. */
  blog: string;
  /** Names of the kinds of content beside posts and pages. */
  kinds: string[];
  /** The file of its logo on this machine. */
  logo?: Logo;
}

export interface Logo {
  /** Where it will stand below `static/`. */
  path: string;
  bytes: Uint8Array;
  /** It is about as wide as high, and good for an icon. */
  isSquare: boolean;
}

/** Reads an answer as it was typed. Throws with a sentence that says what to write instead. */
export const readAnswer = {
  name(text: string): string {
    const name = text.trim().replace(/\s+/g, ' ');
    if (name === '') throw new Error('A site has a name: Example Foundation.');
    if (name.length > 60) throw new Error(`A name of ${name.length} letters is cut in browsers. Write 60 at most.`);
    return name;
  },

  url(text: string): string {
    const written = text.trim();
    const whole = /^[a-z]+:\/\//i.test(written) ? written : `https://${written}`;
    const url = URL.canParse(whole) ? new URL(whole) : undefined;
    if (!url || !/^https?:$/.test(url.protocol) || !/^[a-z0-9.-]+\.[a-z0-9-]+$|^localhost$/i.test(url.hostname)) {
      throw new Error(`“${written}” is no web address. Write it as https://example.org/.`);
    }
    if (url.search || url.hash) throw new Error(`An address has no “${url.search || url.hash}”. Write ${url.origin}/.`);
    return `${url.origin}${url.pathname.replace(/\/*$/, '/')}`;
  },

  language(text: string): string {
    const tag = text.trim();
    try {
      const { language, baseName } = new Intl.Locale(tag);
      if (language.length <= 3) return baseName;
    } catch {
      // What is no tag at all is reported below, with the others.
    }
    throw new Error(`“${tag}” is no language tag. Write one such as en, ko or pt-BR.`);
  },

  color(text: string): string {
    const written = text.trim().toLowerCase();
    const color = written.startsWith('#') ? written : `#${written}`;
    if (!isHex(color)) throw new Error(`“${text.trim()}” is no color in digits. Write one such as #0b6e99.`);
    return color;
  },

  blog(text: string): string {
    const segments = text.trim().split('/').filter(Boolean);
    if (segments.length === 0) throw new Error('The blog has a place of its own: /blog/ or /news/.');
    const odd = segments.find((segment) => !/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u.test(segment));
    if (odd !== undefined)
      throw new Error(`“${odd}” can’t be part of an address. Write letters, digits and -: /news/.`);
    return `/${segments.join('/').toLowerCase()}/`;
  },

  /** `all`, `none`, or names with commas between them. */
  kinds(text: string, all: readonly string[]): string[] {
    const asked = text.trim().toLowerCase();
    if (asked === 'all') return [...all];
    if (asked === 'none' || asked === '') return [];
    const names = asked.split(/[\s,]+/).filter(Boolean);
    for (const name of names) {
      if (all.includes(name)) continue;
      const similar = nearest(name, all);
      throw new Error(
        `There is no kind of content “${name}”. ${similar ? `Write ${similar}` : `There are ${all.join(', ')}`}; or all, or none.`,
      );
    }
    return all.filter((name) => names.includes(name));
  },

  logo(file: string): Logo {
    const ending = extname(file).toLowerCase();
    if (!/^\.(?:svg|png|webp|jpe?g)$/.test(ending)) {
      throw new Error(`“${file}” is no logo that browsers show. Save it as an SVG, or as a PNG.`);
    }
    if (!existsSync(file)) throw new Error(`There is no file “${file}”.`);
    const bytes = readFileSync(file);
    try {
      const { width, height } = imageSize(bytes);
      return { path: `/logo${ending}`, bytes, isSquare: Math.max(width, height) / Math.min(width, height) < 1.25 };
    } catch {
      throw new Error(`“${file}” can’t be read as a picture. Save it again as an SVG or PNG.`);
    }
  },
};
