import type { ReactElement } from 'react';
import type { Part } from '../../site/kind/parts';
import type { Link } from '../../site/pages/props';
import { Block } from './block';
import type { Level } from './entry';

interface PartsProps<Card extends Link> {
  parts: Part<Card>[];
  Card: (props: Card & { level?: Level }) => ReactElement;
  layout?: 'ruled' | 'grid';
}

/** A list in parts, each under its title. */
export const Parts = <Props extends Link>({ parts, Card, layout = 'ruled' }: PartsProps<Props>) => (
  <>
    {parts.map(({ title, anchor, cards }) => (
      <Block key={anchor} title={title} anchor={anchor}>
        <div className={layout}>
          {cards.map((card) => (
            <Card key={card.href} {...card} level={3} />
          ))}
        </div>
      </Block>
    ))}
  </>
);
