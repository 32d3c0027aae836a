import type { BlockProps } from '../../site/pages/props';
import { Block } from '../components/block';

export const Numbers = ({ anchor, title, numbers }: BlockProps<'numbers'>) => {
  // All of a row are of one size: that in which the longest fits.
  const longest = Math.max(...numbers.map(({ value }) => [...value].length));
  const letters = [4, 6, 8, 12].find((most) => longest <= most) ?? 'more';
  return (
    <Block anchor={anchor} title={title}>
      <dl className="numbers even">
        {numbers.map(({ value, label }) => (
          <div key={label} className="frame">
            <dt className="quiet">{label}</dt>
            <dd className="numeral" data-letters={letters}>
              {value}
            </dd>
          </div>
        ))}
      </dl>
    </Block>
  );
};
