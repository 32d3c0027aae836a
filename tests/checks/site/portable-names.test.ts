import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unportable } from '../../../src/checks/site/file-names';
import { checkReport, data, post } from '../../project';

describe('a name that Windows can’t hold', () => {
  test('is reported at its file, at the address that was written, and at a redirect', () => {
    const redirects = data({
      redirects: [
        { from: '/lpt1/', to: '/' },
        { from: '/aux/*', to: '/blog/' },
      ],
    });
    expect(
      checkReport({
        'content/blog/con.md': post({ title: 'A' }, 'Text.\n'),
        'content/blog/b.md': post(
          { title: 'B', seo: { title: 'B', description: 'A post.', url: '/2024/nul/b/' } },
          'Text.\n',
        ),
        'content/blog/ends..md': post({ title: 'C' }, 'Text.\n'),
        'content/blog/console.md': post({ title: 'D' }, 'Text.\n'),
        'content/settings/redirects.yml': redirects,
        'static/files/aux.pdf': 'x',
      })
        .split('\n')
        .filter((line) => line.includes('[unportable-name]'))
        .join('\n'),
    ).toMatchInlineSnapshot(`
      "content/blog/b.md:6:49  warning  The address /2024/nul/b/ begins a part with “nul”, which is a device on Windows  → write another word, or put one before it  [unportable-name]
      content/blog/con.md:1:1  warning  The name of the file begins a part with “con”, which is a device on Windows  → write another word, or put one before it  [unportable-name]
      content/blog/ends..md:6:6  warning  The address /blog/ends./ ends a part with a full stop, which Windows cuts off  → write another word, or put one before it  [unportable-name]
      content/settings/redirects.yml:1:21  warning  The address /lpt1/ begins a part with “lpt1”, which is a device on Windows  → write another word, or put one before it  [unportable-name]
      static/files/aux.pdf:1:1  warning  The name of the file begins a part with “aux”, which is a device on Windows  → write another word, or put one before it  [unportable-name]"
    `);
  });

  test.each([
    'con',
    'CON.md',
    'aux.',
    'a.',
    'b ',
    'a:b',
    'com1.tar.gz',
    'lpt¹',
    'x|y',
    'nul .txt',
  ])('%j, wherever it stands', (name) => {
    for (const path of [name, `a/${name}`, `${name}/b`, `a/${name}/b`]) expect(unportable(path)).toBeDefined();
  });

  test('and no other is', () => {
    const word = fc.stringMatching(/^[a-z0-9][\w.-]{0,12}[a-z0-9]$/);
    const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
    fc.assert(
      fc.property(
        fc.array(
          word.filter((name) => !devices.test(name)),
          { minLength: 1, maxLength: 4 },
        ),
        (names) => {
          expect(unportable(names.join('/'))).toBeUndefined();
        },
      ),
    );
    for (const fine of [
      '/',
      '/a/',
      './a',
      '../a',
      'content/blog/x.md',
      'console',
      'auxiliary.md',
      'com10',
      '.well-known/a',
    ])
      expect([fine, unportable(fine)]).toEqual([fine, undefined]);
  });
});
