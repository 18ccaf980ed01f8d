import assert from 'node:assert/strict';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { connectTo, exchange } from '../../http/support/raw.ts';
import type { Attack } from './attack.ts';
import { onStage } from './stage.ts';

export const GET_PAGE = 'GET /graphql HTTP/1.1\r\nhost: localhost\r\naccept: text/html\r\n\r\n';

export const PAGE: readonly Attack[] = [
  askForPages(1, 220),
  askForPages(150, 1),
  {
    tries: 'a browser without a key asks for GraphiQL where keys are set',
    holds: 'one line tells how to turn it on, and nothing of the page comes',
    run: (tree) =>
      onStage(tree, {}, async ({ url }) => {
        const answer = await exchange(url, GET_PAGE.replace('\r\n\r\n', '\r\nconnection: close\r\n\r\n'));
        assert.match(answer, /GRAPHIQL=on/);
        assert.ok(answer.length < 2_000, `${answer.length} bytes came`);
      }),
  },
];

function askForPages(connections: number, requests: number): Attack {
  return {
    tries: `${connections} connections without a key ask ${requests} times at once for GraphiQL and read nothing`,
    holds: '512 MB are enough, /healthz answers within a second, and the memory comes back',
    run: (tree) =>
      onStage(tree, { env: { GRAPHIQL: 'on' } }, async ({ url, memoryBack }) => {
        const sockets = Array.from({ length: connections }, () => connectTo(url));
        for (const socket of sockets) socket.write(GET_PAGE.repeat(requests));
        await Promise.all(sockets.map((socket) => Promise.race([once(socket, 'readable'), once(socket, 'close')])));
        await wait(1_000); // as long as a collector may need to notice
        for (const socket of sockets) socket.destroy();
        await memoryBack();
      }),
  };
}
