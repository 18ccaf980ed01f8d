import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { spawnGateway } from '../../support/spawn-gateway.ts';
import type { Attack } from './attack.ts';
import { HONEST, HOSTILE, onStage } from './stage.ts';

const GUESSES = 40;
const PROBED_MS = 3_000;

export const KEYS: readonly Attack[] = [
  {
    tries: 'an operator opens the gateway to other machines with the key "a"',
    holds: 'it does not start, and says what to do',
    async run(tree) {
      await using gateway = spawnGateway({ HOST: '0.0.0.0', PORT: '0', GATEWAY_API_KEYS: 'a' }, 'pipe', tree);
      const [outcome] = await Promise.race([Promise.allSettled([gateway.url]), gateway.exit.then(() => [])]);
      assert.notEqual(outcome?.status, 'fulfilled', 'it serves');
      const { code, stderr } = await gateway.exit;
      assert.equal(code, 1);
      assert.match(stderr, /16 characters/);
      return 'one line and exit code 1';
    },
  },
  {
    tries: `${GUESSES} wrong keys over HTTP, each as if from another address (X-Forwarded-For)`,
    holds: 'most are answered 429, and the right key passes from the same address, over HTTP and WebSocket',
    run: (tree) =>
      onStage(tree, {}, async ({ url, ask, export: exportLink }) => {
        const guess = (n: number) =>
          ask({ query: '{ __typename }', key: `guess-${n}`, headers: { 'x-forwarded-for': `192.0.2.${n}` } });
        const answers = await Promise.all(Array.from({ length: GUESSES }, (_, n) => guess(n)));
        const refused = answers.filter(({ status }) => status === 429).length;
        assert.ok(refused >= GUESSES / 2, `${refused} of ${GUESSES} were answered 429`);
        assert.equal(await exportLink(), 'ExportedChatInvite');
        assert.equal(await overWebSocket(url, HONEST, 0), 'acknowledged');
      }),
  },
  {
    tries: `${GUESSES} wrong keys over WebSockets, each as if from another address (X-Forwarded-For)`,
    holds: 'most are closed with 4429, HTTP counts them too, and the right key passes',
    run: (tree) =>
      onStage(tree, {}, async ({ url, ask, export: exportLink }) => {
        const guess = (n: number) => overWebSocket(url, `guess-${n}`, n);
        const ends = await Promise.all(Array.from({ length: GUESSES }, (_, n) => guess(n)));
        const refused = ends.filter((end) => end === 4429).length;
        assert.ok(refused >= GUESSES / 2, `${refused} of ${GUESSES} were closed with 4429`);
        assert.equal((await ask({ query: '{ __typename }', key: 'guess' })).status, 429);
        assert.equal(await exportLink(), 'ExportedChatInvite');
      }),
  },
  {
    tries: 'strangers ask /readyz without end while Telegram is told to wait with the account',
    holds: 'Telegram gets one ping a second at most, and strangers learn nothing but a status',
    run: (tree) =>
      onStage(tree, {}, async ({ url, sandbox, packets, export: exportLink }) => {
        const fault = { kind: 'rpcError', code: 400, type: 'PEER_FLOOD' } as const;
        sandbox.faults.add({ fault, method: 'messages.exportChatInvite' });
        assert.equal(await exportLink(), 'AccountUnavailableError');
        await wait(1_000); // what is acknowledged late is
        const [sentBefore, begun] = [packets(), performance.now()];
        let asked = 0;
        while (performance.now() - begun < PROBED_MS) {
          const probes = Array.from({ length: 20 }, async () => (await fetch(new URL('/readyz', url))).text());
          for (const text of await Promise.all(probes)) assert.match(text, /^\{"status":"(not )?ready"\}$/);
          asked += probes.length;
        }
        const sent = packets() - sentBefore;
        const seconds = (performance.now() - begun) / 1_000;
        // A ping each second, the first one, and one of the connection's own.
        assert.ok(sent <= seconds + 2, `${asked} probes in ${seconds.toFixed(1)} s sent ${sent} packets`);
      }),
  },
  {
    tries: 'a mutation of one of two keys, as if from another address (X-Forwarded-For)',
    holds: 'the log names caller, address and outcome',
    run: (tree) =>
      onStage(tree, {}, async ({ gateway, export: exportLink }) => {
        const headers = { 'x-forwarded-for': '192.0.2.1' };
        assert.equal(await exportLink({ key: HOSTILE, headers }), 'ExportedChatInvite');
        gateway.process.kill('SIGTERM');
        const lines = (await gateway.exit).stderr.split('\n').filter((line) => line.includes('"mutation"'));
        const callers = lines.map((line) => /"caller":"([^"]+)","address":"127\.0\.0\.1"/.exec(line)?.[1]);
        assert.equal(new Set(callers).size, 2, lines.at(-1));
        assert.match(lines.at(-1) ?? '', /"field":"exportChatInvite","outcome":"ExportedChatInvite"/);
      }),
  },
];

/** How a socket with this key ends, or that it is taken. */
async function overWebSocket(url: string, key: string, n: number): Promise<number | 'acknowledged'> {
  const { promise, resolve } = Promise.withResolvers<number | 'acknowledged'>();
  const client = createClient({
    url: url.replace('http', 'ws'),
    lazy: false,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${key}` },
    webSocketImpl: class extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { headers: { 'x-forwarded-for': `198.51.100.${n}` } });
      }
    },
    onNonLazyError: () => {},
    on: { connected: () => resolve('acknowledged'), closed: (event) => resolve((event as CloseEvent).code) },
  });
  return await promise.finally(() => client.dispose());
}
