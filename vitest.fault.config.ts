import { defineConfig } from 'vitest/config';

/** The long forms of what the whole suite shows in short: a thousand calls under faults, a hundred killed processes. */
export default defineConfig({
  // As in vitest.config.ts: one copy of graphql.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/fault/**/*.test.ts'],
    environment: 'node',
    maxWorkers: 1,
    testTimeout: 30 * 60_000,
    hookTimeout: 60_000,
  },
});
