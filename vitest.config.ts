import { defineConfig } from 'vitest/config';

/**
 * Every suite but those of a browser, which need Chromium (`npm run test:browser`, `npm run test:console`, `npm run test:example`), and those of test/frontend,
 * test/relay and test/postgres, which have packages of their own (`npm run test:frontend`, `npm run test:relay`, `npm run test:postgres`).
 */
export default defineConfig({
  // Node takes graphql's CommonJS build, Vite would take its ES one: two copies of the library do not know each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/{browser,console,example,frontend,relay,postgres}/**'],
    environment: 'node',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
