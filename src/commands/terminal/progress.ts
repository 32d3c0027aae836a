import { SingleBar } from 'cli-progress';
import type { Progress } from '../../content/read';

/**
 * Shows on a terminal how far a run has come, once it has taken more than a second; `stop` takes the bar away. Elsewhere
 * nothing is shown.
 */
export function showProgress(stream: NodeJS.WriteStream = process.stderr): { progress: Progress; stop: () => void } {
  const begin = performance.now();
  let bar: SingleBar | undefined;
  return {
    progress(doing, done, total) {
      if (!stream.isTTY || performance.now() - begin < 1000) return;
      if (!bar) {
        const format = '{doing}  {bar}  {value} of {total}';
        bar = new SingleBar({ format, stream, clearOnComplete: true, hideCursor: true, barsize: 30 });
        bar.start(total, done, { doing });
      }
      bar.setTotal(total);
      bar.update(done, { doing });
    },
    stop: () => bar?.stop(),
  };
}
