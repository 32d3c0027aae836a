import type { Picture as PictureData } from '../../site/pages/props';
import { Picture } from './picture';

interface MarkProps {
  image?: PictureData | undefined;
  /** A person’s; what has initials has a portrait and not a logo. */
  initials?: string | undefined;
  /** Stands in the place of a logo, and says what the picture shows. Not for initials: the name stands beside them. */
  name?: string;
}

/** A logo or portrait, or in its place the name or the initials, set as type. */
export const Mark = ({ image, initials, name }: MarkProps) => (
  <span className={initials ? 'mark frame' : 'mark'} data-kind={initials ? 'portrait' : 'logo'}>
    {image ? (
      <Picture image={image} alt={name} sizes="340px" />
    ) : initials ? (
      <span aria-hidden="true">{initials}</span>
    ) : (
      name
    )}
  </span>
);
