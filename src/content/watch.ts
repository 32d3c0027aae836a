import { existsSync, watch } from 'node:fs';
import { join } from 'node:path';

/**
 * Calls back when a file below `content/` or `static/` was changed, added or deleted; once for changes that
 * come together, as when an editor saves by way of a second file. Watches until the process ends.
 */
export function watchContent(root: string, onChange: () => void): void {
  let timer: NodeJS.Timeout | undefined;
  for (const folder of ['content', 'static'].map((name) => join(root, name)).filter((path) => existsSync(path))) {
    watch(folder, { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(onChange, 100);
    });
  }
}
