import { defineConfig } from 'vitest/config';

// Tests that need a browser, tools of the system or minutes have names of their own and run by `npm run check:all`.
const SLOW = ['browser', 'conformance', 'crash', 'long'].map((name) => `test/**/*.${name}.test.ts`);
const slow = process.env['JIAZHU_TESTS'] === 'slow';

export default defineConfig({
  test: {
    include: slow ? SLOW : ['test/**/*.test.ts'],
    exclude: slow ? [] : SLOW,
    testTimeout: slow ? 300_000 : 20_000,
    hookTimeout: slow ? 120_000 : 20_000,
    maxWorkers: slow ? 1 : 2,
    // Loading the same modules for every file anew took a quarter of the time; no test leaves anything behind in them.
    isolate: slow,
    env: { TZ: 'America/New_York' },
  },
});
