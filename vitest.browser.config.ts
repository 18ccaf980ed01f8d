import { defineConfig } from 'vitest/config';

/** GraphiQL in a real browser; needs Chromium (`apt-get install chromium`, or its path in CHROMIUM_PATH). */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
