import type { BlockProps } from '../../site/pages/props';
import { Block } from '../components/block';
import { Mark } from '../components/mark';

/** Whose logos these are: sponsors of an event, users, partners. */
export const Logos = ({ logos, ...block }: BlockProps<'logos'>) => (
  <Block {...block}>
    <ul className="logos plain grid">
      {logos.map(({ image, name, url }) => {
        const logo = <Mark image={image} {...(name ? { name } : {})} />;
        return <li key={image.src}>{url ? <a href={url}>{logo}</a> : logo}</li>;
      })}
    </ul>
  </Block>
);
