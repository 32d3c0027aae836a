import { join } from 'node:path';
import { keepInCache, readCachedBytes, writeCache } from '../../cache/cache';
import { problemOf } from '../../content/problem';
import { type Form, formsOf, mostPixels } from '../../site/pictures/forms';
import type { Site } from '../../site/site';
import { ContentFault, type OutputFile } from '../table';

/** Where what was drawn is kept, by the bytes of the picture it was drawn from. */
const folder = 'pictures';

/** How each type is written: so that a photograph can’t be told from its original (see tests/output/picture-files.test.ts). */
const ways = { avif: { quality: 54, effort: 2 }, webp: { quality: 78, effort: 4 } };

/** The lighter forms of the pictures of a site, each drawn once for as long as its picture is the same. */
export const pictureFiles = (root: string, { assets }: Site): OutputFile[] =>
  [...assets].flatMap(([path, asset]) =>
    formsOf(path, asset).map((form) => {
      const content = async () => {
        const name = keptAs(form);
        const found = readCachedBytes(root, name, '');
        if (found) return found;
        const made = await draw(asset.bytes?.() ?? new Uint8Array(), form).catch((error: Error) => {
          const why = error.message.split('\n')[0];
          const advice = 'save it again, and put it in the place of this file';
          throw new ContentFault(
            problemOf(asset.file, 'broken-picture', `The picture can’t be read to its end: ${why}`, advice),
          );
        });
        writeCache(root, name, '', made);
        return made;
      };
      return { path: form.path.slice(1), isDrawn: true, content, prepare: () => ({ key: form.path, content }) };
    }),
  );

/** Forgets the forms of pictures that are not there any more. */
export const forgetPictures = (root: string, { assets }: Site): void =>
  keepInCache(
    root,
    folder,
    new Set([...assets].flatMap(([path, asset]) => formsOf(path, asset).map((form) => nameOf(form)))),
  );

/** Two pictures of the same bytes are drawn once. */
const nameOf = ({ path }: Form) => path.split('.').slice(-3).join('.');
const keptAs = (form: Form) => join(folder, nameOf(form));

async function draw(picture: Uint8Array, { type, width }: Form): Promise<Buffer> {
  // Loaded where something is drawn: most builds find it drawn already.
  const { default: sharp } = await import('sharp');
  // Turned as the camera was held, and without what the file says of its making: sharp writes none of it.
  return sharp(picture, { limitInputPixels: mostPixels, failOn: 'error' })
    .autoOrient()
    .resize({ width, withoutEnlargement: true })
    .toFormat(type, ways[type])
    .toBuffer();
}
