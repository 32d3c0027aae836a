import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', ['json', { outputFile: 'tests/output/results.json' }]],
    projects: [
      // The core: pure functions, milliseconds.
      {
        test: {
          name: 'units',
          include: [
            'tests/*.test.ts',
            'tests/{model,collections,content,markdown,site,checks,cms,commands}/**/*.test.{ts,tsx}',
          ],
        },
      },
      // What stands in public/ after `npm run build`.
      { test: { name: 'built', include: ['tests/built/**/*.test.ts'], testTimeout: 60_000 } },
      // Chromium, and Gatsby run in copies of the project; one after the other, for they want the whole machine.
      {
        test: {
          name: 'browser',
          include: ['tests/{browser,gatsby}/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
