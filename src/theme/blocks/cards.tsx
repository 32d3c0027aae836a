import type { BlockProps } from '../../site/pages/props';
import { Block } from '../components/block';
import { Picture } from '../components/picture';

export const Cards = ({ cards, ...block }: BlockProps<'cards'>) => {
  const Heading = block.title ? 'h3' : 'h2';
  return (
    <Block {...block}>
      <ul className="cards plain even">
        {cards.map(({ image, imageAlt, title, text, url }) => (
          <li key={title} className="frame stack">
            {image && <Picture image={image} alt={imageAlt} sizes="(min-width: 800px) 420px, 92vw" />}
            <Heading>
              {url ? (
                <a className="spread" href={url}>
                  {title}
                </a>
              ) : (
                title
              )}
            </Heading>
            {text && <p>{text}</p>}
          </li>
        ))}
      </ul>
    </Block>
  );
};
