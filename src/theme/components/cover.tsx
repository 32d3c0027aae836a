import type { Picture as PictureData } from '../../site/pages/props';
import { type Cover as CoverData, tile } from '../../site/pictures/cover';
import { Picture } from './picture';

interface CoverProps {
  image?: PictureData | undefined;
  alt?: string | undefined;
  cover?: CoverData | undefined;
  early?: boolean;
  sizes?: string;
}

/** The picture of a post, or the pattern that stands in its place and says nothing of its own. */
export const Cover = ({ image, alt, cover, early = false, sizes }: CoverProps) =>
  image ? (
    <div className="cover">
      <Picture image={image} alt={alt} early={early} {...(sizes ? { sizes } : {})} />
    </div>
  ) : cover ? (
    <div className="cover">
      <svg
        viewBox={`0 0 ${cover.columns * tile} ${cover.rows * tile}`}
        preserveAspectRatio="xMidYMid slice"
        aria-hidden="true"
        focusable="false"
      >
        <path d={cover.quiet} />
        <path className="accent" d={cover.accent} />
      </svg>
    </div>
  ) : null;
