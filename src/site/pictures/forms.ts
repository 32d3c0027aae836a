import type { Asset } from '../assets';

/** A lighter form of a picture, as a file of its own. */
export interface Form {
  /** From the site’s root: `/pictures/photo.3fa9c1d2.800.avif`. Other bytes have another path, so that it is kept for ever. */
  path: string;
  type: 'avif' | 'webp';
  /** In pixels. */
  width: number;
}

/** What a browser is offered of one type: `srcset` as HTML has it, with addresses that need no base. */
export interface Offer {
  type: string;
  srcSet: string;
}

/**
 * The widths that are made. Nearly all browsers read AVIF, and get steps so small that none loads twice what it shows; for
 * the others there is WebP, which is a tenth of the work.
 */
const widths: Record<Form['type'], readonly number[]> = { avif: [480, 800, 1200, 1600], webp: [800, 1200, 1600] };

/** No page shows a picture wider: see `--page`, and a screen with two pixels for one. */
export const widest = 2400;

/** Below this, in bytes, a picture is light already; a drawing of few colors would only grow. */
const light = 30_000;

/** A picture with more pixels than this is none that somebody wants to show: reading it takes the memory of the machine. */
export const mostPixels = 100_000_000;

/** Counts the ways in which forms are made; what another has made has another path. */
const recipe = '1';

/** The lighter forms of a file of `static/`, best type first: none for what is light, moves, is drawn or can’t be read. */
export function formsOf(path: string, { still, weight, size }: Asset): Form[] {
  const [, stem, ending] = /^(.*)\.(avif|jpe?g|png|webp)$/i.exec(path) ?? [];
  if (!still || stem === undefined || weight() <= light) return [];
  const { width, height } = size() ?? { width: 0, height: 0 };
  if (width * height === 0 || width * height > mostPixels) return [];
  const mark = still();
  if (mark === undefined) return [];
  // A folder of their own, to which hosts give a header of its own.
  const folder = `/pictures${stem.replace(/^\/img(?=\/)/, '')}`;
  const types = /avif/i.test(ending ?? '') ? (['avif'] as const) : (['avif', 'webp'] as const);
  return types.flatMap((type) => {
    const full = type === 'avif' ? Math.min(width, widest) : Math.min(width, 1600);
    // A step that is hardly smaller than the whole picture saves nothing.
    const steps = widths[type].filter((step) => step < full * 0.85);
    return [...steps, full].map((step) => ({ type, width: step, path: `${folder}.${recipe}${mark}.${step}.${type}` }));
  });
}

/** What browsers choose from. `href` makes links of paths. */
export const offersOf = (forms: readonly Form[], href: (path: string) => string): Offer[] =>
  (['avif', 'webp'] as const).flatMap((type) => {
    const ofType = forms.filter((form) => form.type === type);
    // In a list of addresses a comma would end one.
    const srcSet = ofType.map(({ path, width }) => `${href(path).replaceAll(',', '%2C')} ${width}w`).join(', ');
    return srcSet ? [{ type: `image/${type}`, srcSet }] : [];
  });
