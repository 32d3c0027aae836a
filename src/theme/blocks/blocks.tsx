import type { ReactElement } from 'react';
import { blockViews, type View } from '../../kinds/views';
import type { AnyBlock, BlockProps, BlockType, WithWords } from '../../site/pages/props';
import { CallToAction } from './call-to-action';
import { Cards } from './cards';
import { Comparison } from './comparison';
import { Embed } from './embed';
import { Hero } from './hero';
import { Links } from './links';
import { Logos } from './logos';
import { Numbers } from './numbers';
import { Posts } from './posts';
import { Questions } from './questions';
import { Quote } from './quote';
import { RichText } from './rich-text';
import { Rows } from './rows';
import { SectionNavigation } from './section-navigation';

/** The site’s own sections; those of a kind of content stand with it. */
const components = {
  hero: Hero,
  'rich-text': RichText,
  cards: Cards,
  numbers: Numbers,
  quote: Quote,
  comparison: Comparison,
  rows: Rows,
  posts: Posts,
  links: Links,
  logos: Logos,
  questions: Questions,
  'call-to-action': CallToAction,
  embed: Embed,
  'section-navigation': SectionNavigation,
} satisfies { [Type in BlockType]: (props: BlockProps<Type>) => ReactElement };

const views = { ...(components as Record<string, View>), ...blockViews };

/**
 * The sections of a page. One without an anchor gets its number, by which its title can be found; in upper case,
 * since the ids of headings in texts are all lower case.
 */
export const Blocks = ({ blocks, words }: { blocks: AnyBlock[] } & WithWords) => (
  <>
    {blocks.map((block, index) => {
      const anchor = `Section-${index + 1}`;
      const Block = views[block.type];
      return Block && <Block key={anchor} {...{ anchor, ...block, words }} />;
    })}
  </>
);
