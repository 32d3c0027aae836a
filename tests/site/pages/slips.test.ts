import { expect, test } from 'vitest';
import { resolveLink, resolvePicture } from '../../../src/site/links/links';
import { checkReport, post, siteOf } from '../../project';

const site = siteOf({ 'content/blog/b.md': post() });
const complaintOf = (target: string) => resolveLink(site, 'content/blog/a.md', target).complaint;

test.each([
  ['https://https://example.org/a', 'https://example.org/a'],
  ['http://https://example.org/a', 'https://example.org/a'],
  ['https://https//example.org/a', 'https://example.org/a'],
  ['https://https://https://example.org', 'https://example.org'],
  ['[https://example.org/a', 'https://example.org/a'],
  ['[https://example.org/a]', 'https://example.org/a'],
  ['https://example.org/a])', 'https://example.org/a'],
  ['https://example.org/a)', 'https://example.org/a'],
  ['https://example.org/wiki/A_(b))', 'https://example.org/wiki/A_(b)'],
  ['(a@b.org)', 'a@b.org'],
  ['((a@b.org))', 'a@b.org'],
  ['(mailto:a@b.org)', 'mailto:a@b.org'],
  ['<example.org/a', 'example.org/a'],
  ['{/blog/b/}', '/blog/b/'],
])('of “%s”, “%s” is meant, and that is where readers are led', (target, meant) => {
  const link = resolveLink(site, 'content/blog/a.md', target);
  expect(link.complaint).toMatchObject({ rule: 'malformed-link', write: meant });
  expect(link.href).toBe(resolveLink(site, 'content/blog/a.md', meant).href);
});

test.each([
  'https://example.org/wiki/A_(b)',
  'https://web.archive.org/web/2020/https://example.org/',
  'https://example.org/?to=https://example.com',
  'https://example.org/[a]',
  'https://[::1]/',
])('“%s” is right as it is', (target) => expect(complaintOf(target)).toBeUndefined());

test('a picture’s address is looked at in the same way', () => {
  expect(resolvePicture(site, 'https://https://example.org/a.png')).toMatchObject({
    src: 'https://example.org/a.png',
    complaint: { rule: 'malformed-link' },
  });
});

test.each([
  ['https://openinfra.dev/blog/openinfra.dev/blog/x', 'https://openinfra.dev/blog/x'],
  ['/blog/OpenInfra.org/blog/x/', 'https://openinfra.dev/blog/x'],
  ['openinfra.dev/blog/x', 'https://openinfra.dev/blog/x'],
  ['https://openinfra.dev/https://openinfra.dev/blog/x', 'https://openinfra.dev/blog/x'],
])('a page is never meant to be at %s', (url, meant) => {
  const report = checkReport({ 'content/blog/a.md': post({ seo: { description: 'A.', url } }) });
  expect(report).toContain(`→ write ${meant}  [wrong-page-address]`);
});

test('a link with a host of the site within its path is told what is behind it', () => {
  expect(complaintOf('/blog/openinfra.dev/blog/b')).toMatchObject({ rule: 'dead-link', advice: 'write /blog/b' });
});
