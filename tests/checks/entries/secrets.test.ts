import fc from 'fast-check';
import { expect, test } from 'vitest';
import { secretsIn } from '../../../src/checks/entries/secrets';
import { checkReport, post } from '../../project';

// Put together here, so that no scanner of this repository takes them for keys.
const letters = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'ABCDEFGHJKMNPQRSTUVWXYZ234567'), minLength: length, maxLength: length });
const keys: [of: string, begin: string, length: number, end?: string][] = [
  ['GitHub', 'ghp_', 36],
  ['GitHub', 'github_pat_', 82],
  ['GitLab', 'glpat-', 20],
  ['Amazon', 'AKIA', 16],
  ['Google', 'AIza', 35],
  ['Slack', 'xoxb-', 24],
  ['Stripe', 'sk_live_', 24],
  ['npm', 'npm_', 36],
  ['OpenAI', 'sk-proj-', 40],
  ['Anthropic', 'sk-ant-', 40],
  ['Netlify', 'nfp_', 36],
  ['a server', 'postgres://site:', 16, '@db.example.org/site'],
];

test.each(
  keys,
)('a key of %s, %s…, is found wherever it stands, and so little of it is told that it is no use', (of, begin, length, end = '') => {
  fc.assert(
    fc.property(letters(length), fc.constantFrom('', ' ', '\n', '(', '`', ': '), (rest, before) => {
      const key = begin + rest + end;
      const [found, ...more] = secretsIn(`Text${before ? `.${before}` : ' '}${key} and more`);
      expect([found?.of, more]).toEqual([of, []]);
      expect(found?.index).toBe(5 + before.length);
      expect(found?.shown.length).toBeLessThan(key.length / 2);
    }),
    { numRuns: 20 },
  );
});

test('what only looks a little like one is left alone', () => {
  const text = `Set npm_config_cache, and write to ghp_ or sk-learn. See https://example.org:8080/a@b, ssh://git@example.org/a,
https://example.org/@name and mailto:a@example.org. AKIA is a name; “-----BEGIN CERTIFICATE-----” is none.
${'a'.repeat(5000)} ${'x://'.repeat(2000)}`;
  expect(secretsIn(text)).toEqual([]);
});

test('it keeps the site from being built, in a text, in a field and in a settings file', () => {
  const key = `ghp_${'A1b2'.repeat(9)}`;
  const report = checkReport({
    'content/blog/a.md': post({ title: 'A' }, `Our key is ${key}.\n`),
    'content/blog/b.md': post({ title: 'B', seo: { description: key } }),
  });
  expect(report).toMatch(/a\.md:\d+:12 {2}error {2}What stands here looks like a key of GitHub: “ghp_A1b…”/);
  expect(report).toMatch(/b\.md:\d+:\d+ {2}error {2}What stands here/);
  expect(report).not.toContain(key);
});
