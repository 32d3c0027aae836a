import { chapters } from './index';
import type { Rule } from './rule';

/** All rules as a Markdown page for people: what each is about, how to fix it, and how to do without it. */
export const rulesHandbook = (): string =>
  [
    '<!-- Made by `npm run docs` from src/rules/; change it there. -->',
    '',
    '# Rules',
    '',
    'What `npm run check` looks for. The name of a rule stands in brackets at the end of each line of its report.',
    ...howTo,
    ...Object.entries(chapters).flatMap(([title, rules]) => [
      '',
      `## ${title}`,
      ...Object.entries(rules).flatMap(([name, rule]) => ['', `### \`${name}\``, '', ...describe(rule)]),
    ]),
    '',
  ].join('\n');

const describe = ({ severity, what, why, advice, mechanical, firm, onRequest }: Rule): string[] => [
  `${what} ${why}`,
  '',
  `- ${severity === 'error' ? 'An error: the site is not built.' : 'A warning.'}${firm ? ' It can’t be switched off.' : ''}`,
  `- ${advice}${mechanical ? ' `npm run fix` does so where there is one right answer.' : ''}`,
  ...(onRequest ? ['- Looked for only when asked: see `npm run check -- --help`.'] : []),
];

const howTo = `
An error keeps the site from being built; a warning does not. What \`npm run fix\` can fix, it fixes with the smallest
change; \`npm run fix -- --dry-run\` shows it first.

## How to switch a rule

\`content/settings/checks.yml\` makes a rule stricter or milder for the whole site:

\`\`\`yaml
link-to-own-host: off
dead-anchor: error
\`\`\`

A rule is \`off\`, a \`warning\` or an \`error\`. Rules without which no page can be made stay errors.

## How to allow one place

A comment names the rule and gives the reason. In a text, on a line of its own, it holds for the paragraph below, and at
the end of a line for that line:

\`\`\`markdown
<!-- check: allow dead-own-link, because the old site still has the page -->
See [the charter](https://example.org/charter).
\`\`\`

Among the fields, it holds for its own line or the one below; as the first line of the front matter, for the file as a
whole too:

\`\`\`yaml
# check: allow other-month, because the March letter came out in April
title: April 2024 newsletter
\`\`\`

A comment that allows nothing is a warning itself, and so is one without a reason.

## For programs

\`npm run --silent check -- --json\` prints one object. Fields are added in later versions, none is taken away:

\`\`\`json
{
  "problems": [
    {
      "file": "content/blog/my-post.md",
      "line": 4,
      "column": 3,
      "rule": "link-without-scheme",
      "severity": "warning",
      "message": "The link “example.org” has no “https://”",
      "advice": "write https://example.org",
      "mechanical": true
    }
  ],
  "counts": { "errors": 0, "warnings": 1, "files": 1, "mechanical": 1, "rules": { "link-without-scheme": 1 } }
}
\`\`\`

Problems are sorted by file, line and column. Lines and columns begin at 1; a column counts UTF-16 units. \`mechanical\`
says that \`npm run fix\` fixes that problem.`.split('\n');
