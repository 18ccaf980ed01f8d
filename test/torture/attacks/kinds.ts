import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { connectTo, exchange, postBytes } from '../../http/support/raw.ts';
import { NESTED, QR_CODES } from '../../support/dear-operations.ts';

/** Whom the connections of a storm are made to. */
export interface Target {
  readonly url: string;
  /** The key of those that have one. */
  readonly key: string;
  /** How long one stays that does not read, or is slow. */
  readonly holdMs: number;
}

/** What one hostile connection does, once; it comes again at once. `nth` tells the connections apart. */
export type Kind = (target: Target, nth: number) => Promise<unknown>;

const GET_PAGE = 'GET /graphql HTTP/1.1\r\nhost: localhost\r\naccept: text/html\r\n\r\n';
const GET_READY = 'GET /readyz HTTP/1.1\r\nhost: localhost\r\n\r\n';
/** As many as one connection may have waiting, and the one that is carried out. */
const PIPELINED = 9;
const LINK = `id link title revoked permanent requestNeeded usageLimit usage requested expireDate date
  admin { id firstName lastName username } chat { id title username }`;
const aliased = (field: string, times: number) => Array.from({ length: times }, (_, n) => `a${n}: ${field}`).join(' ');
/** The largest answer that is served. */
const LARGEST = `query ($n: Int = 124) { chat(peer: "sandbox_big") { ${aliased(`exportedInvites(first: $n) { edges { cursor node { ${LINK} } } }`, 10)} } }`;
/** As much drawing as is served. */
const DRAWINGS = `{ chat(peer: "sandbox_big") { exportedInvites(first: 2) { edges { node { ${aliased('qrCode(format: PNG, size: 512)', 15)} } } } } }`;
const EXPORTS = `mutation { ${aliased('exportChatInvite(input: { peer: "sandbox_community" }) { __typename }', 15)} }`;
const EVENTS = 'subscription { chatJoinRequests(peer: "sandbox_community") { about } }';

function post(query: string, { key }: Target, variables?: object, headers = ''): string {
  return postBytes(query, `authorization: Bearer ${key}\r\n${headers}`, variables);
}

/** Writes this and reads nothing. */
async function hold({ url, holdMs }: Target, ...bytes: string[]): Promise<void> {
  const socket = connectTo(url).pause();
  for (const part of bytes) socket.write(part);
  await wait(holdMs);
  socket.destroy();
}

/** Writes this a byte at a time. */
async function trickle({ url, holdMs }: Target, bytes: string): Promise<void> {
  const socket = connectTo(url);
  const until = performance.now() + holdMs;
  for (const byte of bytes) {
    if (socket.destroyed || performance.now() > until) break;
    socket.write(byte);
    await wait(100);
  }
  socket.destroy();
}

/** A WebSocket with the key that asks this so many times at once, and reads nothing of what it gets. */
async function overSocket({ url, key, holdMs }: Target, query: string, times: number): Promise<void> {
  const headers = { authorization: `Bearer ${key}` };
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', { headers });
  try {
    await once(socket, 'open');
    socket.send('{"type":"connection_init"}');
    socket.pause();
    for (let id = 0; id < times; id += 1) {
      socket.send(JSON.stringify({ type: 'subscribe', id: String(id), payload: { query } }));
    }
    await wait(holdMs);
  } finally {
    socket.terminate();
  }
}

/** Each is what 200 connections do at a time; those that need one have the same key. */
export const KINDS = {
  'ask for GraphiQL 9 times at once and read nothing': (target) => hold(target, GET_PAGE.repeat(PIPELINED)),
  'ask for GraphiQL 220 times at once': ({ url }) => exchange(url, GET_PAGE.repeat(220)),
  'guess keys': ({ url, ...target }, nth) =>
    exchange(url, post('{ __typename }', { ...target, url, key: `guess-${nth}` }, {}, 'connection: close\r\n')),
  'ask /readyz 9 times at once': ({ url }) =>
    exchange(url, GET_READY.repeat(PIPELINED - 1) + GET_READY.replace('\r\n\r\n', '\r\nconnection: close\r\n\r\n')),
  'ask for QR codes beyond the price': (target) =>
    exchange(target.url, post(QR_CODES, target, { n: 124 }, 'connection: close\r\n')),
  'ask for nested lists beyond the price': (target) =>
    exchange(target.url, post(NESTED, target, { n: 60 }, 'connection: close\r\n')),
  'ask for as many QR codes as are served': (target) =>
    exchange(target.url, post(DRAWINGS, target, {}, 'connection: close\r\n')),
  'ask for the largest answer that is served': (target) =>
    exchange(target.url, post(LARGEST, target, {}, 'connection: close\r\n')),
  'ask for the largest answer 9 times at once and read nothing': (target) =>
    hold(target, post(LARGEST, target).repeat(PIPELINED)),
  'make 15 links in one mutation': (target) => exchange(target.url, post(EXPORTS, target, {}, 'connection: close\r\n')),
  'ask 200 times over a WebSocket for the largest answer and read nothing': (target) =>
    overSocket(target, LARGEST, 200),
  'open 50 subscriptions over a WebSocket and read nothing': (target) => overSocket(target, EVENTS, 50),
  'open an event stream and read nothing': (target) =>
    hold(target, post(EVENTS, target, {}, 'accept: text/event-stream\r\n')),
  'send their headers a byte at a time': (target) => trickle(target, post('{ __typename }', target)),
  'send 100 kB of brackets': (target) =>
    exchange(target.url, post('['.repeat(90_000), target, {}, 'connection: close\r\n')),
  'send bodies without an end': (target) =>
    hold(
      target,
      `POST /graphql HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${target.key}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
      ...Array<string>(200).fill(`1000\r\n${' '.repeat(0x1000)}\r\n`),
    ),
  'hang up in the middle': async (target) => {
    const socket = connectTo(target.url);
    socket.write(post(EXPORTS, target));
    await wait(100);
    socket.resetAndDestroy();
  },
} satisfies Readonly<Record<string, Kind>>;
