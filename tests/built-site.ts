/** A copy of the site of the fixtures that was built for this run: its `public/` is for all tests, and to be left as it is. */
export const builtSite: string = process.env['BUILT_SITE'] ?? missing();

function missing(): never {
  throw new Error(
    'Nothing was built: the project in vitest.config.mts needs tests/build-site.ts among its globalSetup.',
  );
}
