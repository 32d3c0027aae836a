import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { childrenOf, infoOf, unwrap } from '../../src/model/field';
import { linkSchemes, schemeOf } from '../../src/model/web-address';
import { rules } from '../../src/rules';
import { collections } from '../collections';
import { checkReport, data, entry, landing } from '../project';

/** Every field of every kind of content, by its path. */
const fields = collections.flatMap(({ name, schema }) => {
  const below = (field: z.ZodType, path: string): [string, z.ZodType][] => {
    const inner = unwrap(field);
    const shape = (inner as z.ZodObject).shape as Record<string, z.ZodType> | undefined;
    const children: [string, z.ZodType][] = shape
      ? Object.entries(shape)
      : childrenOf(field).map((child, index) => [String(index), child]);
    return [[path, field], ...children.flatMap(([key, child]) => below(child, `${path}.${key}`))];
  };
  return below(schema as z.ZodType, name);
});
const leading = fields.filter(([, field]) => ['address', 'image'].includes(infoOf(field)?.kind ?? ''));

/** What browsers drop before an address, or anywhere in it. */
const dropped = fc.constantFrom('', ' ', '\u0000', '\u0001', '\u001F', '\t', '\n', '\r', '\u0001 \u001F');
const scheme = fc.oneof(
  fc.constantFrom('javascript', 'JaVaScript', 'vbscript', 'data', 'blob', 'file', 'view-source', 'about', 'ftp', 'ws'),
  fc.stringMatching(/^[a-z][a-z0-9+-]{0,8}$/).filter((word) => !linkSchemes.includes(word)),
);
const harmful = fc
  .tuple(
    dropped,
    scheme,
    fc.nat(4),
    dropped,
    fc.constantFrom(':alert(1)', '://x/y', ':', ':x//:splat', '://%0aalert(1)'),
  )
  .map(([before, word, at, within, rest]) => before + word.slice(0, at) + within + word.slice(at) + rest)
  .filter((address) => address.trim().includes(':') && URL.canParse(address.trim()));

describe('what leads somewhere', () => {
  test('is an address or a picture wherever it is declared', () => {
    const named = fields.filter(
      ([path]) => !path.startsWith('words.') && /\.(?:url|to|script|video|sameAs|image|logo|href|src)$/.test(path),
    );
    expect(named.length).toBeGreaterThan(20);
    for (const [path, field] of named) {
      expect([path, infoOf(field)?.kind]).toEqual([path, expect.stringMatching(/^(?:address|image|list)$/)]);
    }
  });

  test('has a scheme that browsers follow and that runs nothing, and no sign that hides another', () => {
    fc.assert(
      fc.property(harmful, fc.constantFrom(...leading), (address, [, field]) => {
        expect(linkSchemes).not.toContain(new URL(address.trim()).protocol.slice(0, -1));
        expect(field.safeParse(address).success).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('holds no control character, wherever it stands', () => {
    const control = fc.oneof(fc.integer({ min: 0, max: 0x1f }), fc.integer({ min: 0x7f, max: 0x9f }));
    fc.assert(
      fc.property(control, fc.constantFrom(...leading), (code, [, field]) => {
        const sign = String.fromCharCode(code);
        for (const address of [`/img/${sign}a.png`, `https://example.org/${sign}a`, `\u0001${sign}/a`]) {
          expect(field.safeParse(address).success).toBe(false);
        }
      }),
    );
  });

  test('may be a path, a web address, and an address or a number to write to or to call where that makes sense', () => {
    const accepted = (address: string) =>
      leading.filter(([, field]) => field.safeParse(address).success).map(([path]) => path);
    // These must be files of the site.
    const own = ['brand.icon', 'brand.type.file', 'brand.type.headingFile'];
    const paths = leading.map(([path]) => path);
    expect(accepted('https://example.org/a?b=c#d')).toEqual(paths.filter((path) => !own.includes(path)));
    expect(accepted('/img/a.svg')).toEqual(expect.arrayContaining(own));
    expect(accepted('mailto:a@example.org')).toContain('event.url');
    expect(accepted('tel:+49301234')).toContain('site.footer.links.0.url');
    for (const address of ['mailto:a@example.org', 'tel:+49301234', 'mailto:', 'tel:']) {
      expect(accepted(address)).not.toContain('redirects.redirects.0.to');
      expect(accepted(address)).not.toContain('post.seo.url');
    }
  });

  test('is told by a rule that nobody can switch off', () => {
    expect([rules['wrong-address'].firm, rules['wrong-picture-address'].firm]).toEqual([true, true]);
    const evil = 'javascript:alert(1)';
    const files = {
      'content/settings/checks.yml': data({ 'wrong-address': 'off', 'dead-link': 'off', 'unknown-scheme': 'off' }),
      'content/settings/redirects.yml': `# check: allow wrong-address, because it is meant\n${data({
        redirects: [
          { from: '/a/', to: evil },
          { from: '/b/*', to: 'javascript:x//:splat' },
        ],
      })}`,
      'content/pages/p.md': landing([{ type: 'links', links: [{ label: 'x', url: `\u0001${evil}` }] }]),
      'content/events/a.md': entry({
        title: 'A',
        kind: 'online',
        start: '2027-01-01',
        place: 'P',
        description: 'D.',
        url: 'data:text/html,x',
      }),
    };
    const report = checkReport(files);
    for (const [file, count] of [
      ['content/settings/redirects.yml', 2],
      ['content/pages/p.md', 1],
      ['content/events/a.md', 1],
    ] as const) {
      expect(
        report.split('\n').filter((line) => line.startsWith(file) && line.includes('[wrong-address]')),
      ).toHaveLength(count);
    }
  });
});

test('a scheme is found as browsers find it', () => {
  fc.assert(
    fc.property(harmful, (address) => {
      expect(`${schemeOf(address)}:`).toBe(new URL(address).protocol);
    }),
  );
  for (const path of ['/a:b', 'a/b:c', '#a:b', '?a:b', './javascript:x', '', ':splat']) {
    expect(schemeOf(path)).toBeUndefined();
  }
});
