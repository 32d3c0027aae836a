/** Paths with slashes, wherever they are read: in Node, and in a browser, which has no `node:path`. */
declare module 'path-browserify' {
  import type { PlatformPath } from 'node:path';

  const path: PlatformPath;
  export default path;
}
