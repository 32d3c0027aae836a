import type { BlockProps } from '../../site/pages/props';
import { Buttons } from '../components/buttons';
import { Picture } from '../components/picture';

export const Hero = ({ eyebrow, title, text, buttons, image, imageAlt }: BlockProps<'hero'>) => (
  <header className="hero">
    <div className="stack frame">
      {eyebrow && <p>{eyebrow}</p>}
      <h1>{title}</h1>
      {text && <p className="lead">{text}</p>}
      <Buttons buttons={buttons} />
    </div>
    {image && <Picture image={image} alt={imageAlt} early sizes="(min-width: 1020px) 38vw, 92vw" />}
  </header>
);
