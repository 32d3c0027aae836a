import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adminFiles } from '../cms/serve/files';
import { headerRules } from '../hosts/headers';
import { headersFile } from '../hosts/headers-file';
import { inlineOf } from '../hosts/sources';
import { renderDocument } from '../render/document';
import type { Inline } from '../render/inline-for';
import type { Address } from '../site/addresses/address';
import { planFiles } from '../site/files/files';
import { renderBody } from '../site/pages/body';
import type { RenderBodies } from '../site/pages/body-cache';
import { unrenderable } from '../site/pages/make';
import type { Page } from '../site/pages/page';
import { planPages } from '../site/pages/plan';
import type { PageProps } from '../site/pages/props';
import { withoutMetadata } from '../site/pictures/metadata';
import type { Site } from '../site/site';
import { brandFiles } from './pictures/brand-files';
import { cardFiles } from './pictures/card-files';
import { pictureFiles } from './pictures/picture-files';
import { searchFiles, searchGroup } from './search/search-files';
import { ContentFault, type OutputFile, pathOfAddress } from './table';

/** How a page becomes a document. */
export type RenderPage = (page: { address: Address; template: string; props: PageProps }) => string | Promise<string>;

/** Every file of a site, in the order in which they are made: nothing is rendered or read before it is asked for. */
export const planOutput = async (
  root: string,
  site: Site,
  render: {
    page: RenderPage;
    inline: Promise<Inline>;
    bodies?: RenderBodies;
    admin?: () => Promise<string>;
    /** Whether the files of a group are wanted, which may be costly to plan; all are, if it is left out. */
    isWanted?: (group: string) => boolean;
  },
): Promise<OutputFile[]> => {
  const pages = planPages(site, render.bodies?.page);
  return [
    ...pageFiles(site, pages, render.page),
    ...assetFiles(root, site),
    ...pictureFiles(root, site),
    ...cardFiles(root, site, pages),
    ...brandFiles(root, site),
    ...adminFiles(site, render.admin),
    ...(render.isWanted?.(searchGroup) === false
      ? []
      : await searchFiles(root, site, pages, render.bodies?.page ?? renderBody)),
    { path: '_headers', content: async () => headersFile(headerRules(site, inlineOf(site, await render.inline))) },
    ...(await planFiles(site, pages, render.bodies?.feed)).map(({ path, text }) => ({
      path: path.slice(1),
      content: () => text,
    })),
  ];
};

/** Renders pages as documents that hold their styles and scripts, in the colors and fonts of the site. */
export const withInline = (inline: Promise<Inline>, site: Site): RenderPage => {
  const own = inline.then((common) => inlineOf(site, common));
  own.catch(() => {});
  return async (page) => renderDocument(page, await own);
};

/** The pages. One that can’t be made is a fault of its file, and keeps no other from being made. */
export function pageFiles(site: Site, pages: readonly Page[], render: RenderPage): OutputFile[] {
  // They are in every page, and no page’s props say so.
  const inline = digestOf(inlineOf(site, { base: '', components: [], scripts: {} }));
  return pages.map((page) => {
    const { address, template } = page;
    const faultOf = (error: unknown) => new ContentFault(unrenderable(site, page, error));
    const propsOf = () => {
      try {
        return page.props();
      } catch (error) {
        throw faultOf(error);
      }
    };
    const prepare = () => {
      const props = propsOf();
      const { head, frame, main } = props;
      const { words, ...rest } = main as { words: object };
      return {
        key: digestOf([address, template, head, rest, sharedDigest(frame), sharedDigest(words), inline]),
        content: async () => {
          try {
            return await render({ address, template, props });
          } catch (error) {
            throw faultOf(error);
          }
        },
      };
    };
    return { path: pathOfAddress(address), isPage: true, prepare, content: async () => prepare().content() };
  });
}

const digestOf = (value: unknown) => createHash('sha1').update(JSON.stringify(value)).digest('base64url');

const digests = new WeakMap<object, string>();

/** The digest of what many pages share as one object. */
function sharedDigest(shared: object): string {
  const digest = digests.get(shared) ?? digestOf(shared);
  digests.set(shared, digest);
  return digest;
}

/** What is copied from `static/`; pictures without what they tell of their making. */
export const assetFiles = (root: string, { assets }: Site): OutputFile[] =>
  [...assets].map(([path, { file }]) => {
    const copyOf = join(root, file);
    const content = isPicture.test(path) ? () => withoutMetadata(readFileSync(copyOf)) : { copyOf };
    return { path: path.slice(1), content };
  });

const isPicture = /\.(?:avif|jpe?g|png|webp)$/i;
