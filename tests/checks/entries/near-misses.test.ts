import { expect, test } from 'vitest';
import { checkReport, landing, post, settings } from '../../project';
import { fixedText } from '../fixed';

const file = 'content/blog/a.md';
const old = (...lines: string[]) =>
  post({ category: 'C' }).replace('category: "C"', ['category:', ...lines.map((line) => `  ${line}`)].join('\n'));

test('the id that an earlier CMS wrote is renamed to the value it is, in whatever place and form', () => {
  for (const lines of [
    ['- label: News', '  id: category-1'],
    ['- id: category-1', '  label: News'],
    ['- id: "category-1"'],
    ['- { label: News, id: category-1 }'],
  ]) {
    const source = old(...lines);
    expect(checkReport({ [file]: source })).toMatch(
      /^content\/blog\/a\.md:\d+:\d+ {2}error {2}Unknown field “id” {2}→ write value {2}/,
    );
    const after = fixedText({ [file]: source }, file);
    expect(after).toBe(source.replace('id:', 'value:'));
    expect(checkReport({ [file]: after })).toBe('');
  }
});

test('an id beside a value is for people, and so is any other name', () => {
  const both = old('- value: category-1', '  id: category-2');
  expect(checkReport({ [file]: both })).toContain('→ remove it: “value” says the same');
  expect(fixedText({ [file]: both }, file)).toBe(both);
  expect(checkReport({ [file]: old('- lable: News') })).toContain('→ write label');
});

test('a link that nobody sees goes where another one leads to the same address, and is left to people elsewhere', () => {
  const after = (text: string) => fixedText({ [file]: post({}, text) }, file).slice(post({}, '').length);
  expect(after('[](/blog/)\n\n[Blog](/blog/) is here.\n')).toBe('\n[Blog](/blog/) is here.\n');
  expect(after('## [](/blog/)Our [blog](/blog/)\n')).toBe('## Our [blog](/blog/)\n');
  expect(after('See [Blog](/blog/)[ ](/blog/)this.\n')).toBe('See [Blog](/blog/) this.\n');
  for (const text of [
    '[](/blog/)\n\n[Home](/) is elsewhere.\n',
    '[![](/img/card.png)](/blog/) shows a picture, as [Blog](/blog/) does not.\n',
    'Nothing [](/blog/) else.\n',
  ])
    expect(after(text)).toBe(text);
});

test.each([
  ['@openinradev', true],
  ['openinfradv', true],
  ['@OpenInfraaDev', true],
  ['https://x.com/openinfradve', true],
  ['@openinfradev', false],
  ['@OpenInfraDev', false],
  ['@tcarrez', false],
  ['@OpenStack', false],
])('whether %s is meant to be the account of the site is asked: %s', (twitterUsername, isAsked) => {
  const report = checkReport({
    'content/settings/site.yml': settings({ twitterUsername: '@OpenInfraDev' }),
    [file]: post({ seo: { description: 'A.', twitterUsername } }),
  });
  expect(report.includes('[lookalike-handle]')).toBe(isAsked);
});

test.each([
  '0000',
  '0001',
  '0202',
  '0226',
  '1026',
  '1899',
  '2101',
  '2206',
  '9999',
])('the year %s is reported', (year) => {
  expect(checkReport({ [file]: post({ date: `${year}-03-04` }) })).toContain(
    `content/blog/a.md:4:7  error  “Date” is in the year ${year}  → correct the year  [odd-year]`,
  );
});

test.each(['1900', '1999', '2026', '2100'])('the year %s is a year', (year) => {
  expect(checkReport({ [file]: post({ date: `${year}-03-04` }) })).toBe('');
});

test.each([
  ['annual-report-2022', 'Annual Report 2023', true],
  ['2023', 'The year 2022', true],
  ['report-2022', '2022 Annual Report', false],
  ['report-2021-2022', 'Report for 2022', false],
  ['2024-in-review', 'What 2023 brought for 2024', false],
  ['2024-01-15-report', 'Annual Report 2023', false],
  ['20240115-report', 'Annual Report 2023', false],
  ['2024-01-report', 'Annual Report 2023', false],
  ['report', 'Annual Report 2023', false],
  ['report-2022', 'Annual Report', false],
  ['report-2022', 'More than 2,023 people', false],
])('years of a file “%s” and a title “%s” that differ are reported: %s', (name, title, isTold) => {
  const report = checkReport({ [`content/blog/${name}.md`]: post({ title }) });
  expect(report.includes('[other-year]')).toBe(isTold);
});

test('a space around a line of text is reported, and not one around a Markdown text, which has its own rules', () => {
  const page = (title: string, text: string) =>
    checkReport({
      'content/pages/p.md': landing([
        { type: 'hero', title: 'H' },
        { type: 'rich-text', title, text },
      ]),
    });
  for (const text of ['Ends with one. ', ' Begins with one.', 'Ends with its line.\n'])
    expect(page('T', text)).toBe('');
  expect(page('T ', 'Text.\n')).toContain('“Title” ends with a space');
});
