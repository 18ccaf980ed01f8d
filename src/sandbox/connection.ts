import type { Socket } from 'node:net';
import { type Detected, detectTransport } from './transport/detect.ts';

/** One TCP connection, after its transport: whole packets in, whole packets out. */
export interface Connection {
  readonly open: boolean;
  /** A closed connection ignores it. */
  send(payload: Buffer): void;
  /** The token of a packet that asked for a quick acknowledgement. */
  sendQuickAck(token: number): void;
  /** Tells a transport error (a negative code, as −404) and closes. */
  fail(code: number): void;
  /** Closes once what was sent so far is out. */
  finish(): void;
  /** Closes at once; what was not sent yet is lost. */
  close(): void;
  /** Stays open and does nothing any more: what comes is thrown away, what is sent is lost. */
  freeze(): void;
  /** Closes after so many seconds unless called again before: ping_delay_disconnect. */
  disconnectAfter(seconds: number): void;
}

export interface ConnectionOptions {
  readonly random: (size: number) => Buffer;
  readonly limits: ConnectionLimits;
  onPacket(connection: Connection, payload: Buffer, quickAck: boolean): void;
  onClose(connection: Connection): void;
}

export interface ConnectionLimits {
  /** Milliseconds in which a connection must bring its first packet, and any packet once begun. */
  readonly packetDeadline: number;
  /** Bytes that may wait for a client that does not read; past it the connection is closed. */
  readonly maxUnsent: number;
}

/** 30 seconds for a packet: a megabyte at 300 kbit/s. 16 MiB unsent: sixteen of the largest packets. */
export const CONNECTION_LIMITS: ConnectionLimits = { packetDeadline: 30_000, maxUnsent: 16 * 1024 * 1024 };

/** Longest delay a timer of Node's can take, about 24 days. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** Reads packets off a socket until it ends. A stream that cannot be understood closes this connection and nothing else. */
export function serveConnection(socket: Socket, options: ConnectionOptions): Connection {
  const { limits, random } = options;
  let pending: Buffer = Buffer.alloc(0);
  let detected: Detected | null = null;
  let frozen = false;
  let disconnect: NodeJS.Timeout | undefined;
  let deadline: NodeJS.Timeout | undefined = setTimeout(() => socket.destroy(), limits.packetDeadline);

  const connection: Connection = {
    get open() {
      return !socket.destroyed && socket.writable;
    },
    send(payload) {
      if (detected) write(detected.transport.write(payload));
    },
    sendQuickAck(token) {
      const answer = detected?.transport.quickAck(token);
      if (answer) write(answer);
    },
    fail(code) {
      const error = Buffer.alloc(4);
      error.writeInt32LE(code);
      connection.send(error);
      connection.finish();
    },
    finish: () => socket.destroySoon(),
    close: () => socket.destroy(),
    freeze() {
      frozen = true;
      clearTimeout(deadline);
      clearTimeout(disconnect);
    },
    disconnectAfter(seconds) {
      clearTimeout(disconnect);
      disconnect = setTimeout(() => socket.destroy(), Math.min(Math.max(seconds, 0) * 1000, LONGEST_DELAY));
    },
  };

  function write(bytes: Buffer): void {
    if (frozen || !connection.open) return;
    gather();
    socket.write(detected?.obfuscation ? detected.obfuscation.outgoing.update(bytes) : bytes);
    if (socket.writableLength > limits.maxUnsent) socket.destroy();
  }

  /** What one turn of the event loop answers leaves together. */
  function gather(): void {
    if (socket.writableCorked > 0) return;
    socket.cork();
    setImmediate(() => socket.uncork());
  }

  function readPackets(): void {
    if (!detected) {
      detected = detectTransport(pending, random);
      if (!detected) return;
      pending = pending.subarray(detected.used);
      if (detected.obfuscation) pending = detected.obfuscation.incoming.update(pending);
    }
    while (connection.open && !frozen) {
      const packet = detected.transport.read(pending);
      if (!packet) break;
      pending = pending.subarray(packet.used);
      clearTimeout(deadline);
      deadline = undefined;
      options.onPacket(connection, packet.payload, packet.quickAck);
    }
    if (pending.length > 0 && !deadline && !frozen)
      deadline = setTimeout(() => socket.destroy(), limits.packetDeadline);
  }

  socket.setNoDelay(true);
  socket.on('data', (chunk) => {
    if (frozen || !connection.open) return;
    const bytes = detected?.obfuscation ? detected.obfuscation.incoming.update(chunk) : chunk;
    pending = pending.length === 0 ? bytes : Buffer.concat([pending, bytes]);
    try {
      readPackets();
    } catch {
      // TransportError, or a client that found a way to make a packet's reader throw: this connection ends, the others live on.
      socket.destroy();
    }
  });
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    clearTimeout(deadline);
    clearTimeout(disconnect);
    options.onClose(connection);
  });
  return connection;
}
