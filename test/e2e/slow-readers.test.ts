import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { spawnGateway } from '../support/spawn-gateway.ts';

// Callers without a key who ask for GraphiQL's page and take nothing of it, against the real process.

const GET_PAGE = 'GET /graphql HTTP/1.1\r\nhost: localhost\r\naccept: text/html\r\n\r\n';
/** Bytes that the process may grow by. Two hundred copies of the page are two thousand megabytes. */
const MOST_GROWTH = 100_000_000;

test.each([
  ['220 requests at once on one connection', 1, 220],
  ['150 connections that read nothing', 150, 1],
])('%s: memory stays bounded, and others are answered', async (_, connections, requests) => {
  await using gateway = spawnGateway({ PORT: '0' });
  const url = new URL(await gateway.url);
  const pid = gateway.process.pid ?? 0;
  // The page is built, so that it is not counted.
  await (await fetch(url, { headers: { accept: 'text/html' } })).arrayBuffer();
  const before = residentBytes(pid);
  const sockets = Array.from({ length: connections }, () => ask(Number(url.port), requests));
  await Promise.all(sockets.map((socket) => Promise.race([once(socket, 'readable'), once(socket, 'close')])));
  expect((await fetch(new URL('/healthz', url))).status).toBe(200);
  expect(residentBytes(pid) - before).toBeLessThan(MOST_GROWTH);
  for (const socket of sockets) socket.destroy();
});

/** A connection that asks and does not read. */
function ask(port: number, requests: number): Socket {
  const socket = connect(port, '127.0.0.1').on('error', () => {});
  socket.pause();
  socket.write(GET_PAGE.repeat(requests));
  return socket;
}

function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024;
}
