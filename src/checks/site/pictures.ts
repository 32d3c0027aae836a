import { visit } from 'unist-util-visit';
import type { AnyEntry } from '../../content/entry';
import { type Problem, problemAt, problemOf } from '../../content/problem';
import { valuesOf } from '../../content/values';
import { childOf, infoOf } from '../../model/field';
import { telltaleOf } from '../../site/pictures/exif';
import { mostPixels } from '../../site/pictures/forms';
import { partsOf } from '../../site/pictures/parts';
import type { Site } from '../../site/site';
import type { Body } from '../texts/body';

/** The widest picture that helps any reader: the page, `--page`, is 80rem wide, and fine screens show two pixels for one. */
const widest = 2560;
const heaviest = 1_000_000;

/** Finds pictures that are larger than any page shows them. */
export const checkWeights = ({ assets }: Site): Problem[] =>
  [...assets].flatMap(([path, { file, weight, size }]) => {
    if (!/\.(?:avif|gif|jpe?g|png|svg|webp)$/i.test(path)) return [];
    const side = /\.svg$/i.test(path) ? 0 : Math.max(size()?.width ?? 0, size()?.height ?? 0);
    const messages = [
      ...(side > widest ? [`is ${side} pixels from side to side`] : []),
      ...(weight() > heaviest ? [`has ${(weight() / 1_000_000).toFixed(1)} MB`] : []),
    ];
    if (messages.length === 0) return [];
    const advice = side > widest ? `save it with ${widest} pixels or fewer` : 'save it with 1 MB or less';
    return [problemOf(file, 'oversized-picture', `The picture ${messages.join(' and ')}`, advice)];
  });

const endings = /\.(?:avif|gif|ico|jpe?g|png|svg|webp)$/i;

/** Finds files that are named as pictures and show none, or half of one. */
export const checkBroken = ({ assets }: Site): Problem[] =>
  [...assets].flatMap(([path, { file, bytes, size }]) => {
    const content = endings.test(path) ? bytes?.() : undefined;
    const { width, height } = (content && size()) ?? { width: 0, height: 0 };
    if (width * height > mostPixels && !/\.svg$/i.test(path)) {
      const message = `The picture says that it has ${width} × ${height} pixels; reading it would take the memory of any machine`;
      return [problemOf(file, 'broken-picture', message, `save it with ${widest} pixels from side to side or fewer`)];
    }
    const why = content && brokenness(content);
    return why
      ? [problemOf(file, 'broken-picture', `The picture ${why}`, 'save it again, and put it in the place of this file')]
      : [];
  });

/** Finds pictures that tell where they were taken, or by whom. */
export const checkTelltales = ({ assets }: Site): Problem[] =>
  [...assets].flatMap(([path, { file, bytes }]) => {
    const content = endings.test(path) ? bytes?.() : undefined;
    const { place, person } = content ? telltaleOf(content) : { place: false, person: false };
    const what = [...(place ? ['where it was taken'] : []), ...(person ? ['the name of its author'] : [])];
    if (what.length === 0) return [];
    const message = `The file of the picture tells ${what.join(' and ')}`;
    return [problemOf(file, 'telltale-picture', message, 'save it again without its location and its author')];
  });

function brokenness(content: Uint8Array): string | undefined {
  if (content.length === 0) return 'is empty: its file has 0 bytes';
  const { type, isWhole } = partsOf(content);
  if (type === 'unknown') return 'is none: the file holds something else, such as a page that was saved in its place';
  return isWhole ? undefined : 'is cut short: the end of its file is missing';
}

/** Finds pictures that nobody describes. */
export function checkPictures(_: Site, body: Body): Problem[] {
  const { markdown } = body;
  if (!/!\[\s*\]|<img\b/i.test(markdown)) return [];
  const problems: Problem[] = [];
  visit(body.tree(), (node) => {
    const start = node.position?.start.offset ?? 0;
    const undescribed = (offset: number, advice: string) =>
      problems.push(body.problem('undescribed-picture', offset, 'No words say what the picture shows', advice));
    if (node.type === 'html') {
      // An empty description says that the picture is mere decoration.
      for (const { 0: tag, index } of markdown
        .slice(start, node.position?.end.offset)
        .matchAll(/<img\b[^>]{0,2000}>/gi)) {
        if (!/\salt\b/i.test(tag))
          undescribed(start + index, 'write alt="…" and what it shows, or alt="" for mere decoration');
      }
    } else if (node.type === 'imageReference' || (node.type === 'image' && node.url.trim())) {
      if (!node.alt?.trim()) undescribed(start, 'write them between the brackets: ![…]');
    }
  });
  return problems;
}

/** Finds pictures in fields that have a place for a description beside them, and nothing in it. */
export function checkPictureFields(entry: AnyEntry): Problem[] {
  return valuesOf({ collection: entry.collection, data: entry.source.data }).flatMap(({ path, value, schema }) => {
    if (value === null || typeof value !== 'object') return [];
    const description = childOf(schema, 'imageAlt', value);
    // Who writes "" says that the picture is mere decoration.
    if (!description || !('image' in value) || !value.image || 'imageAlt' in value) return [];
    const message = `“${infoOf(description)?.label}” is missing`;
    const advice = {
      file: 'write imageAlt: and what the picture shows, or imageAlt: "" for mere decoration',
      form: `write what the picture shows, or switch on “${infoOf(description)?.empty}”`,
    };
    return [problemAt(entry, 'undescribed-picture', [...path, 'image'], message, advice)];
  });
}
