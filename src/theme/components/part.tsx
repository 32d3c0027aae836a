import type { ReactElement } from 'react';
import { Block } from './block';

interface PartProps {
  title: string;
  /** Links lead to it whatever the title says. */
  anchor: string;
  children: ReactElement[];
  layout?: 'ruled' | 'grid';
}

/** Some entries of a list, under a title of their own; nothing where there are none. */
export const Part = ({ title, anchor, children, layout = 'ruled' }: PartProps) =>
  children.length > 0 ? (
    <Block title={title} anchor={anchor}>
      <div className={layout}>{children}</div>
    </Block>
  ) : null;
