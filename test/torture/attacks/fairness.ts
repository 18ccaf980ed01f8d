import assert from 'node:assert/strict';
import { connectTo, postBytes } from '../../http/support/raw.ts';
import type { Attack } from './attack.ts';
import { HONEST, HOSTILE, onStage } from './stage.ts';

/** What Telegram takes for a call, so that calls queue up. */
const SLOW_MS = 150;
const CALLS = 50;

/** A link that nobody else asks for. */
const linkOf = (nth: number, n = 0) => `https://t.me/+${`${nth}x${n}`.padEnd(16, 'A')}`;
const CHECK = 'query ($link: InviteLink!) { checkChatInvite(link: $link) { __typename } }';

/** Fifteen calls to Telegram. */
function fifteenChecks(nth: number): string {
  const fields = Array.from(
    { length: 15 },
    (_, n) => `c${n}: checkChatInvite(link: "${linkOf(nth, n)}") { __typename }`,
  );
  return `{ ${fields.join(' ')} }`;
}

export const FAIRNESS: readonly Attack[] = [
  {
    tries: 'one key has 50 requests of 15 Telegram calls under way',
    holds: 'each of 14 exports of another key is done',
    run: (tree) =>
      onStage(tree, {}, async ({ sandbox, ask, export: exportLink }) => {
        sandbox.faults.add({ fault: { kind: 'delay', ms: SLOW_MS }, method: 'messages.checkChatInvite', times: null });
        const busy = Promise.allSettled(
          Array.from({ length: 50 }, (_, n) => ask({ key: HOSTILE, query: fifteenChecks(n) })),
        );
        const exported = await Promise.all(Array.from({ length: 14 }, () => exportLink()));
        assert.deepEqual(new Set(exported), new Set(['ExportedChatInvite']));
        await busy;
      }),
  },
  {
    tries: 'one query of one key asks Telegram until Telegram says to wait',
    holds: `it reaches no more than ${CALLS} calls, and another key's query is answered`,
    run: (tree) =>
      onStage(tree, {}, async ({ sandbox, ask, calls }) => {
        const fault = { kind: 'rpcError', code: 420, type: 'FLOOD_WAIT_300' } as const;
        sandbox.faults.add({ fault, method: 'messages.getChatInviteImporters', skip: CALLS, times: null });
        const importers = 'edges { node { importers(first: 1) { totalCount } } }';
        const pages = [30, 60, 124].map((n) => `p${n}: exportedInvites(first: ${n}) { ${importers} }`).join(' ');
        const variable = `query ($n: Int) { chat(peer: "sandbox_big") { exportedInvites(first: $n) { ${importers} } } }`;
        await ask({ key: HOSTILE, query: variable, variables: { n: 124 } });
        await ask({ key: HOSTILE, query: `{ chat(peer: "sandbox_big") { ${pages} } }` });
        assert.ok(
          calls('messages.GetChatInviteImporters') <= CALLS,
          `${calls('messages.GetChatInviteImporters')} calls`,
        );
        const { text } = await ask({ key: HONEST, query: variable, variables: { n: 1 } });
        assert.doesNotMatch(text, /FLOOD/);
      }),
  },
  {
    tries: 'one key sends 3,000 requests at once over 1,000 connections',
    holds: 'those beyond its bound are refused with 429, and exports of another key are done meanwhile',
    run: (tree) =>
      onStage(tree, {}, async ({ url, sandbox, export: exportLink }) => {
        sandbox.faults.add({
          fault: { kind: 'delay', ms: 4 * SLOW_MS },
          method: 'messages.checkChatInvite',
          times: null,
        });
        let refused = 0;
        const closed = Array.from({ length: 1_000 }, (_, n) => {
          const { promise, resolve } = Promise.withResolvers<void>();
          const socket = connectTo(url).on('close', () => resolve());
          socket.on('data', (chunk) => {
            refused += String(chunk).split('HTTP/1.1 429').length - 1;
          });
          const bytes = postBytes(CHECK, `authorization: Bearer ${HOSTILE}\r\n`, { link: linkOf(n) });
          socket.write(bytes.repeat(2) + bytes.replace('\r\n\r\n', '\r\nconnection: close\r\n\r\n'));
          return promise;
        });
        for (let n = 0; n < 10; n += 1) assert.equal(await exportLink(), 'ExportedChatInvite');
        await Promise.all(closed);
        assert.ok(refused > 0, 'none was refused');
      }),
  },
];
