import { defineConfig } from 'vitest/config';

/** Every suite but the browser's, which needs Chromium and has a command of its own (`npm run test:browser`). */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/browser/**'],
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
