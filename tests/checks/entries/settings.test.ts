import { expect, test } from 'vitest';
import { checkReport, data, post, settings } from '../../project';
import { fixedText } from '../fixed';

const file = 'content/settings/site.yml';

test('settings that can be read and do not do what their editor expects are reported', () => {
  const hosts = ['openinfra.dev', 'https://openinfra.org/', 'openinfra.dev/blog', 'open infra'];
  expect(
    checkReport({ [file]: settings({ hosts, titleTemplate: 'Example', themeColor: 'orangee' }) }),
  ).toMatchInlineSnapshot(`
    "content/settings/site.yml:4:16  error  “Title template” has no %s, and all pages get the same title: “Example”  → write %s - Example  [title-template-without-place]
    content/settings/site.yml:2:25  warning  “Host” is not the name of a host alone: “https://openinfra.org/”  → write openinfra.org  [odd-host]
    content/settings/site.yml:2:50  warning  “Host” is not the name of a host alone: “openinfra.dev/blog”  → write openinfra.dev  [odd-host]
    content/settings/site.yml:2:71  warning  “Host” is not the name of a host alone: “open infra”  → write a name such as example.org  [odd-host]
    content/settings/site.yml:8:13  warning  “Theme color” is no color: “orangee”  → write it as #0b6e99  [odd-color]

    1 error and 4 warnings in 1 file"
  `);
  expect(fixedText({ [file]: settings({ hosts }) }, file)).toBe(
    settings({ hosts: ['openinfra.dev', 'openinfra.org', 'openinfra.dev', 'open infra'] }),
  );
});

test('every way to write a color is right', () => {
  for (const themeColor of ['#fff', '#F15B3E80', 'orange', 'rgb(1 2 3)', 'hsl(120deg 100% 50%)', 'oklch(0.7 0.1 30)']) {
    expect([themeColor, checkReport({ [file]: settings({ themeColor }) })]).toEqual([themeColor, '']);
  }
  for (const themeColor of ['#ff', 'f15b3e', 'rgb()', 'red; }', 'red;color:blue', 'var(--x)']) {
    expect([themeColor, checkReport({ [file]: settings({ themeColor }) })]).not.toEqual([themeColor, '']);
  }
});

test('a word of the site that lost its place, or has a strange one, is reported', () => {
  const words = { pageOf: 'Seite %n', colors: 'Farben: %d', menu: 'Menü', pageTitle: '%s, Seite %n' };
  expect(checkReport({ 'content/settings/words.yml': data(words) })).toMatchInlineSnapshot(`
    "content/settings/words.yml:1:9  warning  “pageOf” has lost %m: “Seite %n”  → write %m in it, as in “Page %n of %m”  [wrong-place-in-words]
    content/settings/words.yml:2:9  warning  “colors” has lost %s: “Farben: %d”  → write %s in it, as in “Colors: %s”  [wrong-place-in-words]
    content/settings/words.yml:2:9  warning  %d stands for nothing in “colors”: “Farben: %d”  → take %d out, as in “Colors: %s”  [wrong-place-in-words]

    3 warnings in 1 file"
  `);
});

test('the name of an account that is an address is reported and fixed; one that is none is reported', () => {
  const handle = (twitterUsername: string) => ({ [file]: settings({ twitterUsername }) });
  for (const right of ['@OpenInfraDev', 'OpenInfraDev']) expect(checkReport(handle(right))).toBe('');
  expect(checkReport(handle('https://x.com/OpenInfraDev/'))).toMatchInlineSnapshot(`
    "content/settings/site.yml:15:18  warning  “Twitter name” is an address: “https://x.com/OpenInfraDev/”  → write @OpenInfraDev  [odd-handle]

    1 warning in 1 file"
  `);
  expect(fixedText(handle('https://x.com/OpenInfraDev/'), file)).toBe(settings({ twitterUsername: '@OpenInfraDev' }));
  expect(checkReport(handle('@OpenInfrastructure'))).toMatchInlineSnapshot(`
    "content/settings/site.yml:15:18  warning  “Twitter name” can’t be the name of an account: “@OpenInfrastructure”  → write at most 15 letters and digits, such as @example_org  [odd-handle]

    1 warning in 1 file"
  `);
  expect(
    checkReport({ 'content/blog/a.md': post({ seo: { description: 'x', twitterUsername: 'Jane Doe' } }) }),
  ).toMatchInlineSnapshot(`
    "content/blog/a.md:6:43  warning  “Twitter name” can’t be the name of an account: “Jane Doe”  → write at most 15 letters and digits, such as @example_org  [odd-handle]

    1 warning in 1 file"
  `);
});
