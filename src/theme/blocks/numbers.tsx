import type { BlockProps } from '../../site/pages/props';
import { Block } from '../components/block';

export const Numbers = ({ anchor, title, numbers }: BlockProps<'numbers'>) => (
  <Block anchor={anchor} title={title}>
    <dl className="numbers grid">
      {numbers.map(({ value, label }) => (
        <div key={label} className="frame">
          <dt className="quiet">{label}</dt>
          <dd className="numeral">{value}</dd>
        </div>
      ))}
    </dl>
  </Block>
);
