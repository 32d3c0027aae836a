import type { ReactElement } from 'react';
import type { AnyBlock, BlockProps, BlockType, WithWords } from '../../site/pages/props';
import { CallToAction } from './call-to-action';
import { Cards } from './cards';
import { Comparison } from './comparison';
import { Embed } from './embed';
import { Events } from './events';
import { Hero } from './hero';
import { Links } from './links';
import { Members } from './members';
import { Numbers } from './numbers';
import { People } from './people';
import { Posts } from './posts';
import { Questions } from './questions';
import { Quote } from './quote';
import { RichText } from './rich-text';
import { Rows } from './rows';
import { SectionNavigation } from './section-navigation';

const components = {
  hero: Hero,
  'rich-text': RichText,
  cards: Cards,
  numbers: Numbers,
  members: Members,
  quote: Quote,
  comparison: Comparison,
  rows: Rows,
  people: People,
  posts: Posts,
  events: Events,
  links: Links,
  questions: Questions,
  'call-to-action': CallToAction,
  embed: Embed,
  'section-navigation': SectionNavigation,
} satisfies { [Type in BlockType]: (props: BlockProps<Type>) => ReactElement };

/**
 * The sections of a page. One without an anchor gets its number, by which its title can be found; in upper case,
 * since the ids of headings in texts are all lower case.
 */
export const Blocks = ({ blocks, words }: { blocks: AnyBlock[] } & WithWords) => (
  <>
    {blocks.map((block, index) => {
      const anchor = `Section-${index + 1}`;
      const Block = components[block.type] as (props: AnyBlock & WithWords) => ReactElement;
      return <Block key={anchor} {...{ anchor, ...block }} words={words} />;
    })}
  </>
);
