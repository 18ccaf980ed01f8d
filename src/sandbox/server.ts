import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { Api } from 'telegram';
import { CONNECTION_LIMITS, type Connection, type ConnectionLimits, serveConnection } from './connection.ts';
import { createServerKey } from './crypto/rsa-key.ts';
import type { Dispatcher } from './dispatcher.ts';
import { createExchange } from './exchange/exchange.ts';
import type { Core } from './message/core.ts';
import { receivePlain } from './message/plain.ts';
import { receivePacket } from './message/receive.ts';
import { createKeyStore, type KeyRecord } from './session/keys.ts';
import { speakLayer } from './tl/layers.ts';

export interface ServerOptions {
  readonly host: string;
  /** 0 takes a free one between 10000 and 32767: GramJS keeps ports as int16. */
  readonly port: number;
  /** Runs the API's methods. Everything of MTProto itself, and auth.bindTempAuthKey, is done here. */
  readonly dispatcher: Dispatcher;
  /** Milliseconds since the epoch; `Date.now` by default. Timers run by the system's clock all the same. */
  readonly clock?: () => number;
  /** `crypto.randomBytes` by default. The RSA key and the primes to factor come from the system whatever stands here. */
  readonly random?: (size: number) => Buffer;
  /**
   * Is told what a method threw that is no RpcError, or answered that cannot be written: a fault of the sandbox itself,
   * which the client hears of as 500 INTERNAL_SERVER_ERROR. Not told to anybody unless somebody asks.
   */
  readonly onFault?: (error: unknown) => void;
  /** Tests shorten them. */
  readonly limits?: Partial<ConnectionLimits>;
}

/**
 * An MTProto 2.0 server over TCP. It holds connections, keys and sessions; who is signed in on a key is for the world
 * behind the dispatcher to know.
 */
export interface MtprotoServer {
  readonly host: string;
  readonly port: number;
  /** PEM, PKCS#1 ("RSA PUBLIC KEY"). */
  readonly publicKey: string;
  /** Takes a permanent key of 256 bytes made elsewhere and answers its id, 16 hexadecimal digits as on the wire. */
  addAuthKey(key: Buffer): string;
  /** From then on transport error −404; connections that used the key, or a temporary one bound to it, are closed. */
  removeAuthKey(authKeyId: string): void;
  /**
   * Sends to every connected session of the key, and of temporary ones bound to it, that has made a call without
   * invokeWithoutUpdates. The updates are made for this call: they are given the form of the client's layer.
   */
  push(authKeyId: string, updates: Api.TypeUpdates): void;
  /** Open TCP connections. */
  readonly connections: number;
  /** Ends all connections; nothing is left running. Safe to call twice. */
  close(): Promise<void>;
}

/** Rejects with the system's error where the port is taken or the host is not ours. */
export async function startMtprotoServer(options: ServerOptions): Promise<MtprotoServer> {
  const { host, dispatcher, clock = Date.now, random = randomBytes, onFault = () => undefined } = options;
  const limits = { ...CONNECTION_LIMITS, ...options.limits };
  const serverKey = await createServerKey();
  const keys = createKeyStore(clock, random);
  /** Open connections, each with the keys it has used. */
  const connections = new Map<Connection, Set<KeyRecord>>();

  function removeKey(authKeyId: string): void {
    for (const key of keys.remove(authKeyId)) {
      for (const session of key.sessions.values()) session.end();
      for (const [connection, used] of connections) if (used.has(key)) connection.finish();
    }
  }

  const core: Core = { dispatcher, keys, clock, random, onFault, removeKey };
  const listener = createServer((socket) => {
    const exchange = createExchange({
      serverKey,
      clock,
      random,
      isFree: (authKeyId) => keys.find(authKeyId) === null,
      onKey: (key) => keys.add(key),
    });
    const used = new Set<KeyRecord>();
    const connection = serveConnection(socket, {
      random,
      limits,
      onPacket(from, payload, quickAck) {
        if (payload.length >= 8 && payload.readBigInt64LE(0) === 0n) return receivePlain(core, from, payload, exchange);
        const key = receivePacket(core, from, payload, quickAck);
        if (key) used.add(key);
      },
      onClose: (closed) => connections.delete(closed),
    });
    connections.set(connection, used);
  });
  const port = await listen(listener, host, options.port);

  return {
    host,
    port,
    publicKey: serverKey.publicKey,
    addAuthKey: (key) => keys.addReadyMade(key).authKey.id,
    removeAuthKey: removeKey,
    push(authKeyId, updates) {
      const layer = keys.find(authKeyId)?.layer;
      if (layer) speakLayer(updates, layer);
      const body = updates.getBytes();
      for (const key of keys.family(authKeyId)) {
        for (const session of key.sessions.values()) {
          if (session.wantsUpdates && session.connection?.open) session.send(body, { content: true, reply: false });
        }
      }
    },
    get connections() {
      return connections.size;
    },
    async close() {
      const closed = listener.listening ? once(listener, 'close') : null;
      if (closed) listener.close();
      for (const key of keys.all()) removeKey(key.authKey.id);
      for (const connection of connections.keys()) connection.close();
      await closed;
    },
  };
}

/** Attempts at a free port before the last error is told. */
const ATTEMPTS = 20;

async function listen(listener: Server, host: string, port: number): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const candidate = port === 0 ? randomInt(10_000, 32_768) : port;
    try {
      listener.listen(candidate, host);
      await once(listener, 'listening');
      return candidate;
    } catch (error) {
      const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!taken || port !== 0 || attempt === ATTEMPTS) throw error;
    }
  }
}
