import type { BlockProps } from '../../site/pages/props';
import { Block } from '../components/block';
import { Picture } from '../components/picture';

export const Quote = ({ anchor, text, name, role, image, imageAlt }: BlockProps<'quote'>) => (
  <Block anchor={anchor}>
    <figure className="quote">
      <blockquote>{text}</blockquote>
      <figcaption>
        {image && <Picture image={image} alt={imageAlt} sizes="68px" />}
        <p>
          <strong>{name}</strong>
          {role && <span>{role}</span>}
        </p>
      </figcaption>
    </figure>
  </Block>
);
