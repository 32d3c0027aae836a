import { expect, test } from 'vitest';
import type { ProjectCard } from '../../../src/kinds/project/view';
import type { Part } from '../../../src/site/kind/parts';
import { entry, listing, settings, siteOf } from '../../project';
import { detailAt, labels, listed, listingAt, outlineAt } from '../made';

const project = (name: string, category: string, changes: object = {}) =>
  entry({ name, category, tagline: `What ${name} is.`, ...changes });

test('projects stand below their kind, by their order, then by name; a kind without a project is not shown', () => {
  const site = siteOf({
    'content/pages/list.md': listing('projects'),
    'content/projects/a.md': project('Young', 'pilot'),
    'content/projects/b.md': project('Beta', 'confirmed'),
    'content/projects/c.md': project('Alpha', 'confirmed'),
    'content/projects/d.md': project('Omega', 'confirmed', { order: 1, links: [{ label: 'Home', url: '/blog' }] }),
  });
  const { parts } = listed<{ parts: Part<ProjectCard>[] }>(site);
  expect(parts.map(({ title, cards }) => [title, labels(cards)])).toEqual([
    ['Projects', ['Omega', 'Alpha', 'Beta']],
    ['Pilot projects', ['Young']],
  ]);
  expect(parts[0]?.cards[0]?.links).toEqual([{ label: 'Home', href: '/blog/' }]);
  expect(listingAt(site).count).toBe(4);
});

const stack = {
  'content/pages/projects.md': listing('projects', { title: 'All projects' }),
  'content/projects/stack.md': entry(
    {
      name: 'Stack',
      category: 'pilot',
      tagline: 'Stacks things.',
      logo: '/img/card.png',
      links: [{ label: 'Code', url: 'https://example.org/code' }],
    },
    'It *stacks*.\n',
  ),
};

test('the page of a project has its tagline, its kind, its links and its text', () => {
  expect(detailAt(siteOf(stack), '/projects/stack/')).toMatchInlineSnapshot(`
    {
      "buttons": [],
      "facts": [
        {
          "label": "Kind",
          "text": "Pilot projects",
        },
      ],
      "html": "<p>It <em>stacks</em>.</p>",
      "lead": "Stacks things.",
      "links": [
        {
          "href": "https://example.org/code",
          "label": "Code",
        },
      ],
      "list": {
        "href": "/projects/",
        "label": "All projects",
      },
      "mark": {
        "image": {
          "height": 1,
          "src": "/img/card.png",
          "width": 1,
        },
      },
      "related": [],
      "title": "Stack",
    }
  `);
});

test('what is left out is left out of its page, and not shown empty', () => {
  const bare = { 'content/projects/a.md': entry({ name: 'A', tagline: 'T.', category: 'confirmed' }) };
  expect(outlineAt(siteOf(bare), '/projects/a/')).toEqual([['Kind'], 0, 0, undefined, undefined]);
});

test('links of its page have the base path of the site before them', () => {
  const site = siteOf({ ...stack, 'content/settings/site.yml': settings({ url: 'https://example.net/site/' }) });
  expect(detailAt(site, '/projects/stack/').mark?.image?.src).toBe('/site/img/card.png');
});
