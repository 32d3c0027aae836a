import { expect, test } from 'vitest';
import { targetOf } from '../../../src/cms/paste/target';

test('a pasted link leads where it says, and not to whoever counts those that follow it', () => {
  const page = 'https://example.org/page?x=1';
  const wrapped = encodeURIComponent(page);
  expect(targetOf(`https://www.google.com/url?q=${wrapped}&sa=D&source=editors`)).toBe(page);
  expect(targetOf(`https://eur01.safelinks.protection.outlook.com/?url=${wrapped}&data=05`)).toBe(page);
  expect(targetOf(`https://slack-redir.net/link?url=${wrapped}`)).toBe(page);
  expect(targetOf(page)).toBe(page);
  expect(['/blog/', '#part', 'mailto:a@example.org'].map(targetOf)).toEqual([
    '/blog/',
    '#part',
    'mailto:a@example.org',
  ]);
});

test('what may stand in no link is none, however it is wrapped', () => {
  const bad = [
    'javascript:alert(1)',
    'file:///C:/x.docx',
    'x.docx',
    `https://www.google.com/url?q=${encodeURIComponent('javascript:alert(1)')}`,
  ];
  expect(bad.map(targetOf)).toEqual([undefined, undefined, undefined, undefined]);
});
