import { expect, test } from 'vitest';
import { checkReport, post, settings } from '../project';
import { fixedText } from './fixed';

test.each([
  ['content/blog/a.md', post({}, 'One.\n\nTwo.\n')],
  ['content/settings/site.yml', settings()],
])('%s with the line ends of old Macs is reported as that, once, and fixed', (file, text) => {
  const old = { [file]: text.replaceAll('\n', '\r') };
  expect(checkReport(old).match(/\[[\w-]+\]/g)).toEqual(['[wrong-line-ends]']);
  expect(fixedText(old, file)).toBe(text);
  expect(checkReport({ [file]: text.replaceAll('\n', '\r\n') })).toBe('');
});

test('one such line end among others is innocent in a text, and in a title it is reported as a second line', () => {
  expect(checkReport({ 'content/blog/a.md': post({}, 'One.\r\rTwo.\n') })).toBe('');
  expect(checkReport({ 'content/blog/a.md': post().replace('"A post"', 'A\rpost') })).toContain('[broken-line]');
});

test('the advice for a blank field that may be left out is to leave it out', () => {
  const report = (changes: object) => checkReport({ 'content/blog/a.md': post(changes) });
  expect(report({ imageAlt: ' ' })).toContain(
    '“Picture description” is empty  → remove the line, or write imageAlt: …',
  );
  expect(report({ image: '\u00A0' })).toContain('“Picture” is empty  → remove the line, or write image: …');
  expect(report({ title: ' ' })).toContain('“Title” is empty  → write title: …');
});

test('a redirect from a page has two ways out, and both are named', () => {
  const report = checkReport({ 'content/settings/redirects.yml': 'redirects:\n  - from: /blog/\n    to: /\n' });
  expect(report).toContain('→ remove the redirect, or give the page another address');
});
