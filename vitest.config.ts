import { defineConfig } from 'vitest/config';

/**
 * Every suite but the browser's, which needs Chromium (`npm run test:browser`), and those of test/caches and test/postgres, which have
 * packages of their own (`npm run test:caches`, `npm run test:postgres`).
 */
export default defineConfig({
  // Node takes graphql's CommonJS build, Vite would take its ES one: two copies of the library do not know each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/browser/**', 'test/caches/**', 'test/postgres/**'],
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
