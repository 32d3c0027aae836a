import type { Picture as PictureData } from '../../site/pages/props';

/** A picture an editor chose. Without words it says nothing of its own, and is left out for those who can’t see it. */
export const Picture = ({ image, alt, early }: { image: PictureData; alt?: string | undefined; early?: boolean }) => (
  <img {...image} alt={alt ?? ''} decoding="async" loading={early ? undefined : 'lazy'} />
);
