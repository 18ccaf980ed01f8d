import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { makeDataDir } from '../../support/data-dir.ts';
import type { Attack } from './attack.ts';
import { HONEST, onStage, type Stage } from './stage.ts';

/** What a request may wait for the store, and this machine be late. */
const BOUND_MS = 4_000;
/** The store looks at itself every two seconds. */
const TOLD_WITHIN_MS = 10_000;

export const STORE: readonly Attack[] = [
  {
    tries: 'another program locks gateway.db',
    holds: 'keyed exports are refused in time, other exports and reads are answered, /readyz warns',
    run: (tree) =>
      onData(tree, async (stage, path) => {
        using other = new DatabaseSync(path);
        other.exec('begin immediate');
        const begun = performance.now();
        const keyed = ['a', 'b', 'c'].map((idempotencyKey) => stage.export({ variables: { idempotencyKey } }));
        assert.equal(await stage.export(), 'ExportedChatInvite');
        const { text } = await stage.ask({ query: '{ chat(peer: "sandbox_news") { title } }', key: HONEST });
        assert.match(text, /"title"/);
        assert.deepEqual(new Set(await Promise.all(keyed)), new Set(['IdempotencyUnavailableError']));
        assert.ok(performance.now() - begun < BOUND_MS, 'the refusal takes too long');
        await warns(stage);
        other.exec('commit');
        assert.equal(await stage.export({ variables: { idempotencyKey: 'a' } }), 'ExportedChatInvite');
      }),
  },
  {
    tries: 'the disk is full (no file may grow)',
    holds: 'keyed exports are refused, other exports are done, /readyz warns',
    run: (tree) =>
      onData(tree, async (stage) => {
        execFileSync('prlimit', [`--pid=${stage.gateway.process.pid}`, '--fsize=4096']);
        assert.equal(await stage.export({ variables: { idempotencyKey: 'a' } }), 'IdempotencyUnavailableError');
        assert.equal(await stage.export(), 'ExportedChatInvite');
        await warns(stage);
      }),
  },
  {
    tries: 'gateway.db is moved away under the process',
    holds: 'keyed exports are refused, so that no key is kept in a file that is gone; /readyz warns',
    run: (tree) =>
      onData(tree, async (stage, path) => {
        await rename(path, `${path}.away`);
        assert.equal(await stage.export({ variables: { idempotencyKey: 'a' } }), 'IdempotencyUnavailableError');
        assert.equal(await stage.export(), 'ExportedChatInvite');
        await warns(stage);
      }),
  },
];

async function onData(tree: string, work: (stage: Stage, path: string) => Promise<void>): Promise<string> {
  await using dir = await makeDataDir();
  return await onStage(tree, { env: { DATA_DIR: dir.path } }, (stage) => work(stage, join(dir.path, 'gateway.db')));
}

async function warns({ url }: Stage): Promise<void> {
  const until = performance.now() + TOLD_WITHIN_MS;
  for (;;) {
    const headers = { authorization: `Bearer ${HONEST}` };
    const text = await (await fetch(new URL('/readyz', url), { headers })).text();
    if (text.includes('"warning"')) return;
    assert.ok(performance.now() < until, `/readyz says ${text}`);
    await wait(200);
  }
}
