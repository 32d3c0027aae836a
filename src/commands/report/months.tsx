import type { Health } from './health';
import { count } from './parts';

const height = 120;
const foot = 32;
const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** How many posts there were in each month: a plot, and the same figures as a table. */
export function Months({ months }: { months: Health['months'] }) {
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  const most = Math.max(...months.map((item) => item.count));
  const total = months.reduce((sum, item) => sum + item.count, 0);
  const step = Math.min(48, 720 / months.length);
  const best = months.find((item) => item.count === most);
  // Names of years need room on a phone, too.
  const every = Math.ceil(80 / (step * 12));
  return (
    <>
      <svg viewBox={`0 0 720 ${height + foot}`} role="img" aria-labelledby="plot-title plot-text" className="plot">
        <title id="plot-title">Posts per month</title>
        <desc id="plot-text">
          {`${count(total, 'post')} from ${months[0]?.month} to ${months.at(-1)?.month}; the most, ${most}, in ${best?.month}. The table below has every figure.`}
        </desc>
        <line x1="0" x2="720" y1={height} y2={height} />
        {months.map((item, index) => {
          const tall = (item.count / most) * (height - 28);
          const x = index * step;
          const isFirst = item.month.endsWith('-01') || (index === 0 && item.month < `${years[0]}-09`);
          const isNamed = isFirst && years.indexOf(item.month.slice(0, 4)) % every === 0;
          return (
            <g key={item.month}>
              <rect
                x={x + step * 0.12}
                y={height - tall}
                width={step * 0.76}
                height={tall}
                rx={Math.min(2, step / 6)}
              />
              {item.count === most && item === best && (
                <text x={x + step / 2} y={height - tall - 6} textAnchor="middle">
                  {most}
                </text>
              )}
              {isNamed && (
                <text x={x + step * 0.12} y={height + 26}>
                  {item.month.slice(0, 4)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <details>
        <summary>The figures as a table</summary>
        <div className="wide">
          <table className="months">
            <thead>
              <tr>
                <th scope="col">Year</th>
                {names.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
                <th scope="col">Sum</th>
              </tr>
            </thead>
            <tbody>
              {years.map((year) => (
                <Year key={year} year={year} months={months} />
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}

function Year({ year, months }: { year: string; months: Health['months'] }) {
  const counts = names.map(
    (_, index) => months.find(({ month }) => month === `${year}-${String(index + 1).padStart(2, '0')}`)?.count ?? 0,
  );
  return (
    <tr>
      <th scope="row">{year}</th>
      {counts.map((number, index) => (
        <td key={names[index]}>{number || '·'}</td>
      ))}
      <td>{counts.reduce((sum, number) => sum + number, 0)}</td>
    </tr>
  );
}
