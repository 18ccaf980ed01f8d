import { defineConfig } from 'vitest/config';

/** GraphiQL, the console, and examples/react, in a real browser; needs Chromium (`apt-get install chromium`, or its path in CHROMIUM_PATH). */
export default defineConfig({
  // As in vitest.config.ts: one copy of graphql.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/{browser,console,example}/**/*.test.ts'],
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
