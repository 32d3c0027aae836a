import { imageSize } from 'image-size';
import type { Problem } from '../../content/problem';
import type { Site } from '../../site/site';
import type { Body } from './body';
import { outsideCode } from './code';

const embedded = /data:image\/[\w.+-]+(?:;[\w=.+-]+)*,[^\s"'<>()]*/gi;
/** Pictures that can hold no program, by the ending of their files. */
const endings = new Set(['avif', 'gif', 'jpg', 'png', 'webp']);

/** Finds pictures that stand in the text itself. */
export function checkEmbedded({ assets }: Site, body: Body): Problem[] {
  if (!/data:image\//i.test(body.markdown)) return [];
  let number = 0;
  return outsideCode(body, embedded).map(({ 0: address, index }) => {
    const picture = pictureOf(address);
    const path = () => `/img/${body.entry.slug.replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')}-${number}.${picture?.ending}`;
    do number++;
    while (picture && assets.has(path().normalize('NFC')));
    const problem = body.problem(
      'embedded-picture',
      index,
      `A picture of ${Math.ceil((address.length * 3) / 4 / 1000)} kB stands in the text itself`,
      {
        file: 'put it into static/img/, and write its path',
        form: 'save it on your computer, upload it, and put it in the place of this one',
      },
      picture && [{ start: index, end: index + address.length, text: path() }],
    );
    if (!picture || !problem.fix) return problem;
    return { ...problem, fix: [...problem.fix, { kind: 'write', file: `static${path()}`, bytes: picture.bytes }] };
  });
}

/** The bytes of a picture in base 64; undefined for what is damaged, or could hold a program. */
function pictureOf(address: string): { bytes: Uint8Array; ending: string } | undefined {
  const [, letters = ''] = /;base64,([A-Za-z0-9+/]+={0,2})$/i.exec(address) ?? [];
  const bytes = Buffer.from(letters, 'base64');
  if (bytes.toString('base64').replace(/=+$/, '') !== letters.replace(/=+$/, '')) return undefined;
  try {
    const { type = '' } = imageSize(bytes);
    return endings.has(type) ? { bytes, ending: type } : undefined;
  } catch {
    return undefined;
  }
}
