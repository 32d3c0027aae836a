import { defineConfig } from 'vitest/config';

const built = ['tests/run-folder.ts', 'tests/build-site.ts'];
const units =
  'tests/{cache,model,collections,kinds,content,markdown,site,theme,checks,cms,report,commands,render,output}/**/*.test.{ts,tsx}';
/** Units that start a program for what they look at. */
const programs = [
  'tests/commands/{build,check,fix,kinds,run,shards,start-site}.test.ts',
  'tests/output/killed.test.ts',
];
/** Units of the script of the admin page, which runs where there are no files. */
const admin = ['tests/cms/file/draft.test.ts'];

export default defineConfig({
  test: {
    // Much of a test is waiting for a browser or a process.
    maxWorkers: '100%',
    reporters: ['default', ['json', { outputFile: 'tests/output/results.json' }]],
    globalSetup: 'tests/run-folder.ts',
    // No test measures time: this ends one that hangs, however busy the machine is.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    projects: [
      // The core: pure functions, milliseconds. Nothing they share is changed, and so they share their modules.
      {
        extends: true,
        test: {
          name: 'units',
          include: ['tests/*.test.ts', units],
          exclude: [...programs, ...admin],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        extends: true,
        test: { name: 'admin', include: admin, alias: { 'react-helmet': '/src/cms/stand-ins/react-helmet.ts' } },
      },
      { extends: true, test: { name: 'programs', include: programs } },
      // What holds for any content, of what stands in public/ after `npm run build`.
      { extends: true, test: { name: 'published', include: ['tests/published/**/*.test.ts'] } },
      // The site of the fixtures, as it is built.
      { extends: true, test: { name: 'built', include: ['tests/{built,hosts}/**/*.test.ts'], globalSetup: built } },
      // Chromium, over the site of the fixtures and the editor.
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: built,
          // What a person does in a browser is timed by a machine that may be busy.
          retry: 1,
          sequence: { groupOrder: 1 },
        },
      },
      // Gatsby, run in copies of the project, once the browsers have left it the machine.
      {
        extends: true,
        test: { name: 'gatsby', include: ['tests/gatsby/**/*.test.ts'], sequence: { groupOrder: 2 } },
      },
    ],
  },
});
