import assert from 'node:assert/strict';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { WebSocket } from 'ws';
import { openPipe } from '../../support/open-pipe.ts';
import type { Attack } from './attack.ts';
import { HONEST, onStage, type Stage } from './stage.ts';

/** Each is a line of the log; 368 filled a pipe. */
const REFUSALS = 1_000;
const AT_A_TIME = 50;

export const LOG: readonly Attack[] = [
  {
    tries: 'a log on a full disk (2>/dev/full), and a caller without a key who fills it',
    holds: 'every operation is answered over HTTP and WebSocket as always, and SIGTERM ends the process',
    async run(tree) {
      const full = openSync('/dev/full', 'w');
      return onStage(tree, { log: full }, fillTheLog).finally(() => closeSync(full));
    },
  },
  {
    tries: 'a log whose reader has stopped, and a caller without a key who fills it',
    holds: 'every operation is answered over HTTP and WebSocket as always, and SIGTERM ends the process',
    async run(tree) {
      using pipe = openPipe();
      const end = pipe.openEnd();
      return await onStage(tree, { log: end }, fillTheLog).finally(() => closeSync(end));
    },
  },
];

async function fillTheLog({ url, gateway, sandbox, ask, export: exportLink }: Stage): Promise<void> {
  for (let sent = 0; sent < REFUSALS; sent += AT_A_TIME) {
    const answers = Array.from({ length: AT_A_TIME }, () => ask({ query: '{ __typename }' }));
    for (const { status } of await Promise.all(answers)) assert.equal(status, 401);
  }
  const before = sandbox.world.invites.length;
  for (let n = 0; n < 3; n += 1) assert.equal(await exportLink(), 'ExportedChatInvite');
  assert.equal(sandbox.world.invites.length, before + 3);
  const headers = { authorization: `Bearer ${HONEST}` };
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', { headers });
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  socket.send('{"type":"subscribe","id":"1","payload":{"query":"{ __typename }"}}');
  assert.match(String((await once(socket, 'message'))[0]), /"__typename":"Query"/);
  socket.terminate();
  assert.equal(await exportLink(), 'ExportedChatInvite');
  gateway.process.kill('SIGTERM');
  assert.equal((await gateway.exit).code, 0);
}
