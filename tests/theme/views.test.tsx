import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { selectAll } from 'hast-util-select';
import { HtmlValidate } from 'html-validate';
import type { ComponentType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { formatReport } from '../../src/content/problem';
import { loadSite } from '../../src/load';
import { blockType, isRequired, optionsOf } from '../../src/model/field';
import { renderDocument } from '../../src/render/document';
import type { Page } from '../../src/site/pages/page';
import { planPages } from '../../src/site/pages/plan';
import type { AnyBlock, LandingPageMain, ListingMain, PageProps } from '../../src/site/pages/props';
import { Blocks } from '../../src/theme/blocks/blocks';
import { templates } from '../../src/theme/templates/templates';
import { collectionNamed, kinds } from '../collections';
import { siteFolder, siteTime } from '../copy-project';
import { type Mark, marked, missing, parsed, slipsIn } from './marks';

// Every template and every section over the props that the site of the fixtures gives it: of each kind of page that
// which is given most, and that which is given least.

const { site, problems } = loadSite(siteFolder, { kinds, now: siteTime, preview: true });
if (!site) throw new Error(formatReport(problems));
const { words } = site;

interface View {
  kind: string;
  template: string;
  address: string;
  props: PageProps<Record<string, unknown>>;
}

/** What a template makes differently: the kind of entry, or of list. */
function kindOf(page: Page, main: object): string {
  const entry = site?.entries.find(({ file }) => file === page.file);
  const list = page.template === 'listing-page' ? (main as ListingMain) : undefined;
  return [page.template, entry?.collection.name, list && (list.count > 0 ? list.data.list : 'nothing')]
    .filter(Boolean)
    .join(' ');
}

const views = planPages(site).map((page): View => {
  const props = page.props() as View['props'];
  return { kind: kindOf(page, props.main), template: page.template, address: page.address, props };
});
const sorts = [...new Set(views.map(({ kind }) => kind))];
const sizeOf = ({ props }: View) => JSON.stringify(props.main).length;
/** Of each kind the one that says most, and the one that says least. */
const samples = sorts.flatMap((kind) => {
  const sorted = views.filter((view) => view.kind === kind).sort((a, b) => sizeOf(b) - sizeOf(a));
  const [most, least] = [sorted[0] as View, sorted.at(-1) as View];
  return most === least ? [[kind, most] as const] : [[kind, most] as const, [`${kind}, the least`, least] as const];
});

const mainOf = (template: string, main: object) => {
  const Main = templates[template] as ComponentType<object>;
  return renderToStaticMarkup(<Main {...main} />);
};

/** What a view is given and does not show: what the head needs, what chose the rest, and what is said in other words. */
const unshown: Record<string, RegExp> = {
  // An author of whom nothing is told has no place below the post.
  'blog-post': /^data\.(?:author|category|lang|seo\.(?!description))\b|^authors\[\]\.organization$/,
  'generic-page': /^data\.seo\b/,
  'landing-page': /^data\./,
  'listing-page': /^data\.(?:seo|empty)\b/,
  'post-list': /^description$/,
  archive: /^posts\[\]\.(?:description|categories|authors|cover|image|imageAlt)\b/,
};
const inAnyView =
  /(?:events|cards)\[\]\.(?:start\.text|end\.)|people\[\]\.initials$|mark\.initials$|^authors?(?:\[\])?\.initials$/;
const inSections =
  /^(?:blocks\[\]\.)?(?:levels|group|category|url|count|groups\[\]\.(?:value|text|members\[\]\.(?:level|country)))\b/;

const unsaid = (html: string, marks: readonly Mark[], ...left: (RegExp | undefined)[]) =>
  missing(html, marks).filter((path) => ![inAnyView, ...left].some((pattern) => pattern?.test(path)));

describe('every template is among what is looked at', () => {
  test('each by its name', () => {
    expect([...new Set(samples.map(([, { template }]) => template))].sort()).toEqual(Object.keys(templates).sort());
    expect(samples.length).toBeGreaterThan(25);
  });
});

describe.each(samples)('%s', (_, { template, props }) => {
  test('says everything that it is given, as text and not as HTML', () => {
    const { props: main, marks } = marked(props.main);
    const html = mainOf(template, main);
    expect(
      unsaid(html, marks, unshown[template], /^(?:landing|listing)-page$/.test(template) ? inSections : undefined),
    ).toEqual([]);
    expect(slipsIn(html)).toEqual([]);
  });

  test('is valid HTML, from its head to its footer, and has nothing out of place', async () => {
    const html = renderDocument({ template, props }, { base: '', components: [], scripts: {} });
    const validate = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] });
    const { results } = await validate.validateString(html);
    expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))).toEqual(
      [],
    );
    expect(slipsIn(mainOf(template, props.main))).toEqual([]);
    expect(selectAll('main#Main h1', parsed(html))).toHaveLength(1);
  });
});

describe('what is in the frame of every page', () => {
  const [home] = views.filter(({ address }) => address === '/');
  test('is said as it is given', () => {
    const { props, marks } = marked({ frame: (home as View).props.frame });
    const html = renderDocument(
      {
        template: 'not-found',
        props: { ...(home as View).props, ...props, main: { links: [], sections: [], posts: [], words } },
      },
      { base: '', components: [], scripts: {} },
    );
    // A group of the navigation leads nowhere itself: its links do.
    expect(missing(html, marks).filter((path) => path !== 'frame.navigation[].href')).toEqual([]);
    expect(slipsIn(html)).toEqual([]);
  });
});

const declared = (optionsOf(collectionNamed('landing-page').schema.shape['blocks'] as z.ZodType) ?? []).map(
  (schema) => ({ type: blockType(schema), shape: schema.shape }),
);
const blocks = views.flatMap(({ props }) => (props.main as Partial<LandingPageMain>).blocks ?? []);
const rendered = (given: AnyBlock[]) => renderToStaticMarkup(<Blocks blocks={given} words={words} />);

describe.each(declared)('a section of kind $type', ({ type, shape }) => {
  const [fullest] = blocks
    .filter((block) => block.type === type)
    .sort((a, b) => JSON.stringify(b).length - JSON.stringify(a).length);
  const optional = Object.keys(shape).filter((key) => key !== 'type' && !isRequired(shape[key] as z.ZodType));
  const least = Object.fromEntries(Object.entries(fullest ?? {}).filter(([key]) => !optional.includes(key)));

  test.each([
    ['with all that may be written', fullest as AnyBlock],
    ['with the least', least as unknown as AnyBlock],
  ])('says everything that it is given, %s', (_, block) => {
    const { props, marks } = marked(block);
    const html = rendered([props]);
    expect(html).not.toBe('');
    expect(unsaid(html, marks, inSections)).toEqual([]);
    expect(slipsIn(html)).toEqual([]);
  });

  test('has its heading below that of the page, whether it has a title or not', () => {
    for (const block of [fullest, least] as AnyBlock[]) {
      const levels = selectAll('h1, h2, h3', parsed(rendered([block]))).map(({ tagName }) => tagName);
      if (type === 'hero') expect(levels).toEqual(['h1']);
      // A text brings its own.
      else if (levels.length > 0 && type !== 'rich-text') expect(levels[0]).toBe('h2');
    }
  });
});

test('every mark that a script of the site looks for stands in a page', () => {
  const html = views
    .map(({ template, props }) => renderDocument({ template, props: withAnalytics(props) }, none))
    .join('');
  const files = [
    ...readdirSync('src/theme/client').map((name) => `src/theme/client/${name}`),
    ...readdirSync('src/kinds').map((name) => `src/kinds/${name}/client.ts`),
  ];
  const scripts = files.filter((file) => existsSync(file)).map((file) => readFileSync(file, 'utf8'));
  const asked = new Set(
    scripts.flatMap((source) => [
      ...[...source.matchAll(/\[(data-[a-z-]+)/g)].map(([, name = '']) => name),
      ...[...source.matchAll(/dataset\['(\w+)'\]|'(\w+)' in \w+\.dataset/g)].map(
        ([, read = '', tested = '']) =>
          `data-${(read || tested).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      ),
    ]),
  );
  // The scheme a reader has chosen, and that a page stands in a frame, are set by the script itself.
  asked.delete('data-theme');
  asked.delete('data-framed');
  expect(asked.size).toBeGreaterThan(12);
  expect([...asked].filter((name) => !new RegExp(` ${name}[ =>]`).test(html))).toEqual([]);
});

const none = { base: '', components: [], scripts: {} };
const withAnalytics = (props: View['props']): View['props'] => ({
  ...props,
  frame: {
    ...props.frame,
    analytics: { script: 'https://a.example/', siteId: 'x', consent: true, question: 'May we?', yes: 'Yes', no: 'No' },
  },
});
