import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adminFiles } from '../cms/serve/files';
import { renderDocument } from '../render/document';
import { branded, type Inline } from '../render/inline-for';
import type { Address } from '../site/address';
import { brandStyles } from '../site/brand';
import { planFiles } from '../site/files/files';
import { renderBody } from '../site/pages/body';
import { unrenderable } from '../site/pages/make';
import type { Page, RenderBody } from '../site/pages/page';
import { planPages } from '../site/pages/plan';
import type { PageProps } from '../site/pages/props';
import { withoutMetadata } from '../site/pictures/metadata';
import type { Site } from '../site/site';
import { brandFiles } from './brand-files';
import { ContentFault, type OutputFile, pathOfAddress } from './table';

/** How a page becomes a document. */
export type RenderPage = (page: { address: Address; template: string; props: PageProps }) => string | Promise<string>;

/** Every file of a site, in the order in which they are made: nothing is rendered or read before it is asked for. */
export const planOutput = async (
  root: string,
  site: Site,
  render: { page: RenderPage; body?: RenderBody; admin?: () => Promise<string> },
): Promise<OutputFile[]> => {
  const pages = planPages(site, render.body ?? renderBody);
  return [
    ...pageFiles(site, pages, render.page),
    ...assetFiles(root, site),
    ...brandFiles(root, site),
    ...adminFiles(site, render.admin),
    ...(await planFiles(site, pages)).map(({ path, text }) => ({ path: path.slice(1), content: () => text })),
  ];
};

/** Renders pages as documents that hold their styles and scripts, in the colors and fonts of the site. */
export const withInline =
  (inline: Promise<Inline>, { brand, base }: Site): RenderPage =>
  async (page) =>
    renderDocument(page, branded(await inline, brandStyles(brand, base.href)));

/** The pages. One that can’t be made is a fault of its file, and keeps no other from being made. */
export const pageFiles = (site: Site, pages: readonly Page[], render: RenderPage): OutputFile[] =>
  pages.map((page) => ({
    path: pathOfAddress(page.address),
    isPage: true,
    async content() {
      try {
        return await render({ address: page.address, template: page.template, props: page.props() });
      } catch (error) {
        throw new ContentFault(unrenderable(site, page, error));
      }
    },
  }));

/** What is copied from `static/`; pictures without what they tell of their making. */
export const assetFiles = (root: string, { assets }: Site): OutputFile[] =>
  [...assets].map(([path, { file }]) => {
    const copyOf = join(root, file);
    const content = isPicture.test(path) ? () => withoutMetadata(readFileSync(copyOf)) : { copyOf };
    return { path: path.slice(1), content };
  });

const isPicture = /\.(?:avif|jpe?g|png|webp)$/i;
