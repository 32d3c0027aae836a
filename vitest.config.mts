import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Much of a test is waiting for a browser or a process.
    maxWorkers: '100%',
    reporters: ['default', ['json', { outputFile: 'tests/output/results.json' }]],
    projects: [
      // The core: pure functions, milliseconds.
      {
        test: {
          name: 'units',
          include: [
            'tests/*.test.ts',
            'tests/{model,collections,kinds,content,markdown,site,checks,cms,report,commands,render,output}/**/*.test.{ts,tsx}',
          ],
        },
      },
      // What stands in public/ after `npm run build`.
      { test: { name: 'built', include: ['tests/built/**/*.test.ts'], testTimeout: 60_000 } },
      // Chromium, over the built site and the editor.
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          // What a person does in a browser is timed by a machine that may be busy.
          retry: 1,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 1 },
        },
      },
      // Gatsby, run in copies of the project, once the browsers have left it the machine.
      {
        test: {
          name: 'gatsby',
          include: ['tests/gatsby/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
