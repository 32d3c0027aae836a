import { join } from 'node:path';
import { watch } from 'chokidar';

/**
 * Calls back when a file below `content/` or `static/` was changed, added or deleted, however the editor saves: in place,
 * or by putting a new file where the old one was, which `node:fs` loses track of. Changes that come together are reported
 * once. What the callback throws is shown, and the watch goes on until the process ends.
 */
export function watchContent(root: string, onChange: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  const folders = ['content', 'static'].map((name) => join(root, name));
  watch(folders, { ignoreInitial: true }).on('all', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      try {
        onChange();
      } catch (error) {
        console.error(error);
      }
    }, 100);
  });
}
