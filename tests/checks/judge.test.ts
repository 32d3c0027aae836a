import { expect, test } from 'vitest';
import { checkReport, data, post, settings } from '../project';
import { fixedText } from './fixed';

const bare = '[x](example.org/a)';
const report = (body: string, files = {}) => checkReport({ 'content/blog/a.md': post({}, body), ...files });
/** The lines of a report on some rules. */
const about = (text: string, ...rules: string[]) =>
  text
    .split('\n')
    .filter((line) => rules.some((rule) => line.endsWith(`[${rule}]`)))
    .join('\n');
const checks = (severities: object) => ({ 'content/settings/checks.yml': data(severities) });

test('a rule is an error, a warning or nothing, as the settings say', () => {
  expect(report(bare)).toContain('8:5  warning');
  expect(report(bare, checks({ 'link-without-scheme': 'error' }))).toContain('8:5  error');
  expect(report(bare, checks({ 'link-without-scheme': 'off' }))).not.toContain('link-without-scheme');
  expect(report('[x](/missing)', checks({ 'dead-link': 'warning' }))).toContain('8:5  warning');
});

test('what is eased in a draft stays a warning where its rule is made an error', () => {
  const files = { 'content/blog/b.md': post({ draft: true }, '[x](/missing)'), ...checks({ 'dead-link': 'error' }) };
  expect(checkReport(files)).toContain('content/blog/b.md:9:5  warning');
});

test('a rule without which there is no page can’t be switched off, and whoever tries is reported', () => {
  const files = { 'content/blog/a.md': post({ title: undefined }), ...checks({ 'missing-field': 'off' }) };
  expect(about(report('', files), 'missing-field', 'unswitchable-rule')).toMatchInlineSnapshot(`
    "content/blog/a.md:1:1  error  “Title” is missing  → write title: … (The headline of the post)  [missing-field]
    content/settings/checks.yml:1:16  warning  “missing-field” can’t be switched off: no page can be made without it  → remove the line  [unswitchable-rule]"
  `);
});

test('a rule that there is not is reported with the nearest, and so is a severity', () => {
  const told = report('', checks({ 'dead-lnik': 'off', 'dead-link': 'of' }));
  expect(about(told, 'unknown-field', 'unknown-choice')).toMatchInlineSnapshot(`
    "content/settings/checks.yml:1:1  error  Unknown field “dead-lnik”  → write dead-link  [unknown-field]
    content/settings/checks.yml:2:12  error  “dead-link” can’t be “of”  → write off  [unknown-choice]"
  `);
});

test('a comment allows a rule on its own line, or in the paragraph below', () => {
  const allow = '<!-- check: allow link-without-scheme, because it is quoted -->';
  expect(report(`${bare} ${allow}\n`)).toBe('');
  expect(report(`${allow}\n${bare}\n`)).toBe('');
  expect(report(`${bare} <!--check: allow link-without-scheme, because 2 > 1 -->\n`)).toBe('');
  expect(report(`${allow}\n\nText\n${bare}\n`)).toBe('');
  expect(report(`${allow}\n\nText\n\n${bare}\n`)).toMatchInlineSnapshot(`
    "content/blog/a.md:8:1  warning  The comment allows “link-without-scheme”, which nothing here breaks  → remove the comment  [needless-allowance]
    content/blog/a.md:12:5  warning  The link “example.org/a” has no “https://”  → write https://example.org/a  [link-without-scheme]

    2 warnings in 1 file"
  `);
  expect(report(`${bare} ${allow}\n${bare}\n`)).toContain('9:5  warning');
  expect(report(`${allow}\n[x](mail@example.org)\n`)).toContain('mail-link-without-scheme');
});

test('a comment over several lines, and several comments, hold for the paragraph below', () => {
  const one = '<!-- check: allow link-without-scheme,\n     because it is quoted -->';
  const two = '<!-- check: allow mail-link-without-scheme, because it is quoted -->';
  expect(report(`${one}\n\n${two}\n\n${bare} [y](me@example.org)\n`)).toBe('');
});

test('among the fields, a comment holds for its own line or the one below', () => {
  const site = settings({ themeColor: undefined });
  const allow = '# check: allow odd-color, because it is a name of ours';
  const line = 'themeColor: sunset';
  const files = (lines: string) => ({ 'content/settings/site.yml': `${site}${lines}\n` });
  expect(checkReport(files(line))).toContain('odd-color');
  expect(checkReport(files(`${line} ${allow}`))).toBe('');
  expect(checkReport(files(`${allow}\n${line}`))).toBe('');
});

test('as the first line of the front matter, a comment holds for the file as a whole', () => {
  const page = (comment: string) => ({
    'content/pages/p.md': `---\n${comment}title: P\nblocks: []\nseo: { description: x }\n---\nText\n`,
  });
  expect(checkReport(page(''))).toContain('content/pages/p.md:1:1  error');
  expect(checkReport(page('# check: allow unshown-text, because it is a note to ourselves\n'))).toBe('');
});

test('a comment that allows nothing, no rule, or without a reason is reported', () => {
  expect(
    report(
      [
        '<!-- check: allow dead-link, because it was dead once -->',
        '',
        '<!-- check: allow link-without-shceme, because it is quoted -->',
        '',
        `${bare} <!-- check: allow link-without-scheme -->`,
        '',
        'Text <!-- check: allow missing-field, because we have no title --> <!-- check: allow -->',
      ].join('\n'),
    ),
  ).toMatchInlineSnapshot(`
    "content/blog/a.md:8:1  warning  The comment allows “dead-link”, which nothing here breaks  → remove the comment  [needless-allowance]
    content/blog/a.md:10:1  warning  The comment allows “link-without-shceme”, which is no rule  → write link-without-scheme  [malformed-allowance]
    content/blog/a.md:12:20  warning  The comment does not say why “link-without-scheme” is allowed here  → write check: allow link-without-scheme, because … and the reason  [malformed-allowance]
    content/blog/a.md:14:6  warning  “missing-field” can’t be allowed: no page can be made with it  → remove the comment  [malformed-allowance]
    content/blog/a.md:14:68  warning  The comment does not say which rule it allows  → write the name that stands in brackets at the end of the report  [malformed-allowance]

    5 warnings in 1 file"
  `);
});

test('a comment in a listing of code is no comment', () => {
  expect(report('```\n<!-- check: allow dead-link, because it is shown -->\n```\n')).toBe('');
});

test('a needless comment is taken out with its line, and alone where other words stand beside it', () => {
  const allow = '<!-- check: allow dead-link, because it was dead once -->';
  const source = (body: string) => fixedText({ 'content/blog/a.md': post({}, body) }, 'content/blog/a.md');
  expect(source(`One\n\n${allow}\nTwo\n`)).toBe(post({}, 'One\n\nTwo\n'));
  expect(source(`One ${allow}\nTwo\n`)).toBe(post({}, 'One\nTwo\n'));
});

test('a byte order mark and Windows line ends move no comment', () => {
  const allow = '<!-- check: allow link-without-scheme, because it is quoted -->';
  const windows = (body: string) => ({ 'content/blog/a.md': `\uFEFF${post({}, body)}`.replaceAll('\n', '\r\n') });
  expect(checkReport(windows(`Text\n\n${allow}\n${bare}\n`))).toBe('');
  expect(checkReport(windows(`Text\n\n${allow}\n\nText\n\n${bare}\n`))).toContain('14:5  warning');
});
