import { expect, test } from 'vitest';
import { checkReport, post, settings } from '../../project';

test('a link to a path that another program on the host answers is no dead link, and others still are', () => {
  const files = {
    'content/settings/site.yml': settings({ elsewhere: ['/a/*', '/shop'] }),
    'content/blog/a.md': post(
      {},
      '[One](/a/members/1), [two](https://openinfra.dev/a/members/2), [three](/shop/), [four](/about/members/).\n',
    ),
  };
  const report = checkReport(files)
    .split('\n')
    .filter((line) => /link/.test(line));
  expect(report).toEqual([expect.stringContaining('The link “/about/members/” leads to no page')]);
});
