import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeFolder } from '../../src/cache/code-folder';
import { brand as declared } from '../../src/collections/settings/brand';
import { baseOf } from '../../src/site/addresses/address';
import { colorsOf, faintColors, schemes } from '../../src/site/brand';
import { brandStyles } from '../../src/site/brand-styles';
import { checkReport, data, pageAt, pixel, siteOf } from '../project';

const brandOf = (fields: object) => declared.schema.parse(fields);
const stylesOf = (brand: ReturnType<typeof brandOf>, url = 'https://example.org/') =>
  brandStyles({ brand, base: baseOf({ url }), assets: new Map() });
const file = 'content/settings/brand.yml';
const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>';

test('whatever color a brand has, all that follows from it can be seen, in both schemes', () => {
  fc.assert(
    fc.property(hex, (color) => {
      expect(faintColors(brandOf({ color }))).toEqual([]);
    }),
  );
  // So it can on a ground that is set.
  fc.assert(
    fc.property(hex, hex, (color, paper) => {
      const brand = brandOf({ color, light: { paper, surface: paper } });
      expect(faintColors(brand)).toEqual([]);
    }),
  );
});

test('a color that is set is used as it is, and what nobody set follows', () => {
  const brand = brandOf({ color: '#f15b3e', light: { link: '#b3361b' }, dark: { link: '#ff9479' } });
  expect(schemes.map((scheme) => colorsOf(brand, scheme).link)).toEqual(['#b3361b', '#ff9479']);
  // The look of the site from which the design was taken, color for color.
  expect(stylesOf(brand)).toMatchInlineSnapshot(
    `":root{--paper:light-dark(#fff,#11161c);--surface:light-dark(#f5f3ef,#1b222a);--ink:light-dark(#141b23,#edf0f3);--quiet:light-dark(#56606b,#a6b0bb);--line:light-dark(#d8d4cc,#38424d);--accent:#f15b3e;--on-accent:#141b23;--link:light-dark(#b3361b,#ff9479);--night:light-dark(#141b23,#1b222a);--on-night:#edf0f3;--code-keyword:light-dark(#9b2393,#e09ae0);--code-string:light-dark(#1f6b3a,#8fd19e);--code-number:light-dark(#0b5c8a,#7cc4ee);--code-comment:light-dark(#5c6570,#9aa4ae)}"`,
  );
});

test('fonts of the site stand before those of readers’ systems, and their file is loaded from it', () => {
  const brand = brandOf({ type: { text: '"My Sans", system-ui', code: 'My Mono', file: '/fonts/sans.woff2' } });
  const styles = stylesOf(brand, 'https://example.org/base/');
  expect(styles).toContain('@font-face{font-family:"My Sans";src:url("/base/fonts/sans.woff2")format("woff2")');
  expect(styles).toContain('--sans:"My Sans", system-ui;--mono:My Mono');
});

test('a color that can’t be seen is reported at its field, with one that can', () => {
  expect(
    checkReport({
      [file]:
        'color: "#ffd400"\nlight:\n  link: "#ffd400"\n  accent: "#ffe680"\ndark:\n  ink: "#555"\n  paper: "#777"\n',
    }),
  ).toMatchInlineSnapshot(`
    "content/settings/brand.yml:3:9  error  “Link” gives text too little contrast on light pages: #ffd400 on “Surface” has 1.29:1, and needs 4.5:1  → write "#826c00", or leave it out  [faint-color]
    content/settings/brand.yml:4:11  error  “Accent” gives shapes too little contrast on light pages: #ffe680 on “Surface” has 1.12:1, and needs 3:1  → write "#9c8c4e", or leave it out  [faint-color]
    content/settings/brand.yml:7:10  error  “Paper” and “Surface” are too far apart on dark pages: no color has 4.5:1 on both  → write colors that are both light or both dark, or leave one out  [faint-color]

    3 errors in 1 file"
  `);
  // As the check proposes it, nothing is left to say.
  expect(checkReport({ [file]: 'color: "#ffd400"\n' })).toBe('');
});

test('what is no color, no font and no file of the site is reported', () => {
  expect(
    checkReport({
      [file]: 'color: red\nicon: https://example.org/icon.svg\ntype:\n  text: "Arial; } body { display: none"\n',
    }),
  ).toMatchInlineSnapshot(`
    "content/settings/brand.yml:1:8  error  “Color” is not a color in digits: “red”  → write a color such as "#0b6e99"  [wrong-color]
    content/settings/brand.yml:2:7  error  “Icon” must be a file of this site, not “https://example.org/icon.svg”  → put the file below static/, and write its path: /img/icon.svg  [wrong-picture-address]
    content/settings/brand.yml:4:9  error  “Text” is not a list of fonts: “Arial; } body { display: none”  → write names with commas between them, such as Inter, system-ui, sans-serif  [wrong-font]

    3 errors in 1 file"
  `);
});

test('a logo stands at the top and at the end of every page, and in the editor; search engines get the icon', () => {
  const site = siteOf({
    [file]: data({ logo: '/l.svg', logoDark: '/d.svg' }),
    'static/l.svg': svg,
    'static/d.svg': svg,
    'static/icon-512.png': undefined,
    'content/settings/checks.yml': undefined,
  });
  const { frame } = pageAt(site, '/').made;
  expect(frame.logo).toEqual({
    light: { src: '/l.svg', width: 40, height: 20 },
    dark: { src: '/d.svg', width: 40, height: 20 },
    hasName: false,
  });
});

test('a picture that the site has itself is not drawn, and the others are part of what it publishes', () => {
  const site = siteOf({ 'static/favicon.ico': pixel, 'static/icon-512.png': undefined });
  expect(site.addresses.get('/icon-512.png')).toBe('/icon-512.png');
  expect(site.addresses.get('/social-card.png')).toBe('/social-card.png');
  expect(site.assets.has('/icon-512.png')).toBe(false);
});

test('until the face of headings has come, one of its widths stands there, so that nothing moves', () => {
  const face = readFileSync(
    join(codeFolder, 'node_modules/@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2'),
  );
  const type = { heading: '"My Face", serif', headingFile: '/fonts/face.woff2' };
  const site = siteOf({ [file]: data({ type }), 'static/fonts/face.woff2': face });
  const styles = brandStyles(site);
  expect(styles).toContain('--headline:"My Face",stand-in, serif');
  expect(styles).toMatch(
    /font-family:stand-in;src:local\("Arial Bold"\).*size-adjust:9[0-9.]+%;ascent-override:10[0-9.]+%/,
  );
  const broken = siteOf({ [file]: data({ type }), 'static/fonts/face.woff2': Buffer.from('no font') });
  expect(brandStyles(broken)).toContain('--headline:"My Face", serif');
});
