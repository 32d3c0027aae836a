/** A line of a plot: seconds over posts. */
export interface Line {
  name: string;
  points: [posts: number, seconds: number][];
}

const size = { width: 720, height: 420, left: 70, right: 150, top: 20, bottom: 50 };
const dashes = ['', '6 3', '2 3', '8 3 2 3', '1 2'];

/** A plot of seconds over posts, both in powers of ten, as SVG. Lines are told apart by their names and dashes, not by color. */
export function plot(lines: readonly Line[]): string {
  const points = lines.flatMap(({ points: all }) => all);
  const range = (values: number[]): [number, number] => {
    const [low, high] = [Math.min(...values), Math.max(...values)].map(Math.log10) as [number, number];
    return [Math.floor(low), Math.max(Math.ceil(high), Math.floor(low) + 1)];
  };
  const [x0, x1] = range(points.map(([posts]) => posts));
  const [y0, y1] = range(points.map(([, seconds]) => seconds));
  const inner = { width: size.width - size.left - size.right, height: size.height - size.top - size.bottom };
  const x = (posts: number) => round(size.left + ((Math.log10(posts) - x0) / (x1 - x0)) * inner.width);
  const y = (seconds: number) => round(size.top + (1 - (Math.log10(seconds) - y0) / (y1 - y0)) * inner.height);
  const powers = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => 10 ** (from + index));
  const grid = [
    ...powers(x0, x1).map(
      (posts) =>
        `<path d="M${x(posts)} ${size.top}v${inner.height}"/><text x="${x(posts)}" y="${size.height - 28}" text-anchor="middle">${posts.toLocaleString('en')}</text>`,
    ),
    ...powers(y0, y1).map(
      (seconds) =>
        `<path d="M${size.left} ${y(seconds)}h${inner.width}"/><text x="${size.left - 8}" y="${y(seconds) + 4}" text-anchor="end">${Number(seconds.toPrecision(1))} s</text>`,
    ),
  ];
  const drawn = lines.flatMap(({ name, points: all }, index) => {
    const last = all.at(-1);
    if (!last) return [];
    const marks = all.map(([posts, seconds]) => `<circle cx="${x(posts)}" cy="${y(seconds)}" r="3"/>`).join('');
    const path = all.map(([posts, seconds]) => `${x(posts)},${y(seconds)}`).join(' ');
    return [
      `<polyline points="${path}" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="${dashes[index % dashes.length]}"/>${marks}`,
      `<text x="${x(last[0]) + 8}" y="${y(last[1]) + 4}">${name}</text>`,
    ];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="Seconds of a cold build over the number of posts" font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#fff"/>
<g stroke="#ddd" fill="none">${grid.map((part) => part.replace(/<text.*/, '')).join('')}</g>
<g fill="#333">${grid.map((part) => /<text.*/.exec(part)?.[0] ?? '').join('')}<text x="${size.left + inner.width / 2}" y="${size.height - 8}" text-anchor="middle">posts</text></g>
<g color="#111" fill="#111">${drawn.join('\n')}</g>
</svg>
`;
}

const round = (value: number) => Math.round(value * 10) / 10;
