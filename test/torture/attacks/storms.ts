import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Attack } from './attack.ts';
import { KINDS } from './kinds.ts';
import { HOSTILE, onStage } from './stage.ts';
import type { Storm } from './storm-thread.ts';

const CONNECTIONS = 200;
/** Between two exports of the honest caller. */
const EXPORT_EVERY_MS = 100;

/** 200 hostile connections of each kind for so many seconds, and an honest caller with a key of its own. */
export function storms(seconds: number): readonly Attack[] {
  // The keys of this object are all that there are.
  return (Object.keys(KINDS) as (keyof typeof KINDS)[]).map((kind) => ({
    tries: `for ${seconds} s, ${CONNECTIONS} connections ${kind}`,
    holds: 'every export of another key is done, /healthz answers within a second, and the memory comes back',
    run: (tree) =>
      onStage(tree, { env: { GRAPHIQL: 'on' } }, async ({ url, export: exportLink, memoryBack }) => {
        const storm: Storm = { kind, connections: CONNECTIONS, url, key: HOSTILE, holdMs: (seconds * 1_000) / 2 };
        const thread = new Worker(new URL('./storm-thread.ts', import.meta.url), { workerData: storm });
        try {
          const until = performance.now() + seconds * 1_000;
          while (performance.now() < until) {
            assert.equal(await exportLink(), 'ExportedChatInvite');
            await wait(EXPORT_EVERY_MS);
          }
        } finally {
          await thread.terminate();
        }
        await memoryBack();
      }),
  }));
}
