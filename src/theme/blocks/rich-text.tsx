import type { BlockProps } from '../../site/pages/props';
import { Block } from '../components/block';

export const RichText = ({ anchor, title, text }: BlockProps<'rich-text'>) => (
  <Block anchor={anchor} title={title}>
    {/* It went through the allow-list of markdown/sanitize.ts. */}
    <div className="prose" dangerouslySetInnerHTML={{ __html: text }} />
  </Block>
);
