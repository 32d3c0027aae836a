import type { BlockProps, WithWords } from '../../site/pages/props';
import { Block } from '../components/block';

export const Comparison = ({ columns, rows, words, ...block }: BlockProps<'comparison'>) => (
  <Block {...block}>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wider than a small screen, it is to be scrolled by keyboard */}
    <figure className="comparison" aria-label={block.title ?? words.comparison} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, values }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {columns.map((column, index) => (
                <td key={column}>
                  <Value words={words}>{values[index] ?? ''}</Value>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  </Block>
);

/** “yes” and “no” as marks. */
const Value = ({ children, words }: { children: string } & WithWords) => {
  const answer = children.toLowerCase();
  if (answer !== 'yes' && answer !== 'no') return <>{children}</>;
  return (
    <>
      <span aria-hidden="true" data-answer={answer}>
        {answer === 'yes' ? '✓' : '–'}
      </span>
      <span className="sr-only">{words[answer]}</span>
    </>
  );
};
