import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** Every test that opens a store, once more on a real PostgreSQL, and what PostgreSQL alone has (`npm run test:postgres`). */
export default mergeConfig(
  { ...base, test: { ...base.test, include: [], exclude: [] } },
  defineConfig({
    test: {
      include: [
        'test/postgres/*.test.ts',
        'test/unit/{store,store-accounts,store-changed-links,store-ledger,store-peers}.test.ts',
        'test/e2e/{accounts,both-kinds,kept-accounts,many-accounts,routing-rows,sign-in}.test.ts',
        'test/e2e/{callers,one-effect,one-link,replays,restart,session-state,shutdown}.test.ts',
        'test/unit/{check-and-import,find-made-invite,idempotency,invite-claims,present-answer,verb-looks}.test.ts',
      ],
      exclude: ['**/node_modules/**'],
      globalSetup: 'test/postgres/server.ts',
    },
  }),
);
