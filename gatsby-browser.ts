/** Webpack’s: every file below a folder whose path fits. */
interface Context {
  (path: string): unknown;
  keys(): string[];
}

declare global {
  namespace NodeJS {
    interface Require {
      context(folder: string, isDeep: boolean, paths: RegExp): Context;
    }
  }
}

// Readers get no script; this serves `gatsby develop` alone, where styles are replaced while they are edited.
if (process.env.NODE_ENV === 'development') {
  require('./src/theme/styles/base.css');
  const sheets = require.context(
    './src',
    true,
    /^\.\/(?:theme\/styles\/(?:blocks|components)|kinds\/[\w-]+)\/[\w-]+\.css$/,
  );
  for (const path of sheets.keys()) sheets(path);
}

export {};
