import type { BlockProps } from '../../site/pages/props';
import { Block } from '../components/block';

export const Links = ({ links, ...block }: BlockProps<'links'>) => (
  <Block {...block}>
    <ul className="links ruled">
      {links.map(({ label, url, text }) => (
        <li key={url}>
          <a href={url}>{label}</a>
          {text && <p className="quiet">{text}</p>}
        </li>
      ))}
    </ul>
  </Block>
);
