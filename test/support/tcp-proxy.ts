import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { StringSession } from 'telegram/sessions/index.js';

/** A wire that a test can cut or stall, between a client and the sandbox. */
export interface TcpProxy extends AsyncDisposable {
  readonly port: number;
  /** Connections accepted so far. */
  readonly accepted: number;
  /** Pieces of what the client has said so far: one for each packet that is sent alone. */
  readonly said: number;
  /** Sockets open now, on both sides. */
  readonly open: number;
  /** From now on nothing that the server says reaches the client; connections stay up. */
  muteServer(): void;
  unmuteServer(): void;
  /** Holds back what the server says from now on, and passes it on when it is released. */
  holdServer(): void;
  releaseServer(): void;
  /** Chunks held back. */
  readonly held: number;
  /** Nothing passes in either direction, on connections that stand and new ones; what was sent arrives once it resumes. */
  stall(): void;
  resume(): void;
  /** Cuts every connection; new ones are accepted. */
  cut(): void;
  /** Refuses new connections, and cuts those that stand. */
  shut(): Promise<void>;
  /** Accepts connections again, at the same port. */
  reopen(): Promise<void>;
}

export async function startTcpProxy(target: { readonly host: string; readonly port: number }): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let muted = false;
  let accepted = 0;
  let said = 0;
  let held: (() => void)[] | null = null;
  let stalled = false;
  const server = createServer((client) => {
    accepted += 1;
    const upstream = connect(target.port, target.host);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
    client.on('data', (chunk) => {
      said += 1;
      upstream.write(chunk);
    });
    upstream.on('data', (chunk) => {
      if (held) held.push(() => client.write(chunk));
      else if (!muted) client.write(chunk);
    });
    if (stalled) for (const socket of [client, upstream]) socket.pause(); // a listener of data lets it flow
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server has an address and a port');

  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const shut = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    cut();
    await closed;
  };
  return {
    port: address.port,
    get accepted() {
      return accepted;
    },
    get said() {
      return said;
    },
    get open() {
      return sockets.size;
    },
    muteServer: () => {
      muted = true;
    },
    unmuteServer: () => {
      muted = false;
    },
    holdServer: () => {
      held = [];
    },
    get held() {
      return held?.length ?? 0;
    },
    releaseServer: () => {
      for (const passOn of held ?? []) passOn();
      held = null;
    },
    stall() {
      stalled = true;
      for (const socket of sockets) socket.pause();
    },
    resume() {
      stalled = false;
      for (const socket of sockets) socket.resume();
    },
    cut,
    shut,
    async reopen() {
      if (server.listening) return;
      server.listen(address.port, '127.0.0.1');
      await once(server, 'listening');
    },
    [Symbol.asyncDispose]: shut,
  };
}

/** The same account at another port, which GramJS writes as a signed 16-bit number. */
export function sessionAt(session: string, port: number): string {
  const moved = new StringSession(session);
  const key = Buffer.from(session.slice(1), 'base64').subarray(-256);
  const head = Buffer.from(moved.serverAddress);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(head.length);
  const portBytes = Buffer.alloc(2);
  portBytes.writeUInt16BE(port);
  return `1${Buffer.concat([Buffer.from([moved.dcId]), length, head, portBytes, key]).toString('base64')}`;
}
