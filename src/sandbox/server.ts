import { randomBytes, randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { Api } from 'telegram';
import { CONNECTION_LIMITS, type Connection, type ConnectionLimits, serveConnection } from './connection.ts';
import { createServerKey } from './crypto/rsa-key.ts';
import type { Dispatcher } from './dispatcher.ts';
import { createExchange } from './exchange/exchange.ts';
import { NO_FAULTS, type ServerFaults } from './faults/faults.ts';
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
  /** The system's by default. The RSA key and the primes to factor come from the system whatever stands here. */
  readonly random?: (size: number) => Buffer;
  /**
   * Is told what a method threw that is no RpcError, or answered that cannot be written: a fault of the sandbox itself,
   * which the client hears of as 500 INTERNAL_SERVER_ERROR. Not told to anybody unless somebody asks.
   */
  readonly onFault?: (error: unknown) => void;
  /** What goes wrong on demand; nothing unless told. */
  readonly faults?: ServerFaults;
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
  /** True cuts the open connections and closes the port; false opens the same port again. */
  refuse(refusing: boolean): void;
  /** Open TCP connections. */
  readonly connections: number;
  /** Ends all connections; nothing is left running. Safe to call twice. */
  close(): Promise<void>;
}

/** Rejects with the system's error where the port is taken or the host is not ours. */
export async function startMtprotoServer(options: ServerOptions): Promise<MtprotoServer> {
  const {
    host,
    dispatcher,
    clock = Date.now,
    random = randomBytes,
    onFault = () => undefined,
    faults = NO_FAULTS,
  } = options;
  const limits = { ...CONNECTION_LIMITS, ...options.limits };
  const serverKey = await createServerKey();
  // Keys and salts go by the true clock: a salt is none the worse for a server that tells the time wrong.
  const keys = createKeyStore(clock, random);
  const toldClock = () => clock() + faults.clockSkew();
  /** Open connections, each with the keys it has used. */
  const connections = new Map<Connection, Set<KeyRecord>>();

  function removeKey(authKeyId: string): void {
    for (const key of keys.remove(authKeyId)) {
      for (const session of key.sessions.values()) session.end();
      for (const [connection, used] of connections) if (used.has(key)) connection.finish();
    }
  }

  const core: Core = { dispatcher, keys, faults, clock: toldClock, random, onFault, removeKey };
  const listener = createServer((socket) => {
    const exchange = createExchange({
      serverKey,
      clock: toldClock,
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
  /** Nobody may connect: by `refuse`, or for good. */
  let shut = false;
  let closed = false;
  let opening: Promise<void> | null = null;

  /** Takes a moment, in which it may be told to shut; fails where another process took the port meanwhile. */
  async function openAgain(): Promise<void> {
    try {
      listener.listen(port, host);
      await once(listener, 'listening');
      if (shut) listener.close();
    } catch (error) {
      onFault(error);
    } finally {
      opening = null;
    }
  }

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
    refuse(refusing) {
      if (closed || shut === refusing) return;
      shut = refusing;
      if (!refusing) {
        opening ??= openAgain();
        return;
      }
      if (listener.listening) listener.close();
      for (const connection of connections.keys()) connection.close();
    },
    get connections() {
      return connections.size;
    },
    async close() {
      shut = true;
      closed = true;
      await opening;
      const ended = listener.listening ? once(listener, 'close') : null;
      if (ended) listener.close();
      for (const key of keys.all()) removeKey(key.authKey.id);
      for (const connection of connections.keys()) connection.close();
      await ended;
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
