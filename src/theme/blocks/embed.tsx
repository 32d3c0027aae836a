import type { BlockProps } from '../../site/pages/props';
import { Block } from '../components/block';
import { Embed as Still } from '../components/embed';

export const Embed = ({ anchor, title, embed, words }: BlockProps<'embed'>) => (
  <Block anchor={anchor} title={title}>
    <Still {...embed} words={words} />
  </Block>
);
