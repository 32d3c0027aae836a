import type { Picture as PictureData } from '../../site/pages/props';

interface PictureProps {
  image: PictureData;
  alt?: string | undefined;
  /** It stands at the top of its page: nothing waits for it, and it waits for nothing. */
  early?: boolean;
  /** How wide it is shown, as in `sizes` of HTML. */
  sizes?: string;
}

/**
 * A picture an editor chose, in the lightest form the browser reads. Without words it says nothing of its own, and is left
 * out for those who can’t see it.
 */
export const Picture = ({ image: { offers, ...image }, alt, early, sizes = '100vw' }: PictureProps) => {
  const priority = early ? { fetchpriority: 'high' } : { loading: 'lazy' as const };
  const plain = <img {...image} alt={alt ?? ''} decoding="async" {...priority} />;
  return offers ? (
    <picture>
      {offers.map(({ type, srcSet }) => (
        <source key={type} type={type} srcSet={srcSet} sizes={sizes} />
      ))}
      {plain}
    </picture>
  ) : (
    plain
  );
};
