import { Block } from '../components/block';
import { Embed as Still } from '../components/embed';
import type { BlockProps } from '../site/props';

export const Embed = ({ anchor, title, embed, words }: BlockProps<'embed'>) => (
  <Block anchor={anchor} title={title}>
    <Still {...embed} words={words} />
  </Block>
);
