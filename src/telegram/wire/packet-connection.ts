import type { Socket } from 'node:net';
import { ConnectionTCPFull } from 'telegram/network/index.js';
import { createFullPackets } from './full-packets.ts';
import { dial } from './socket.ts';

const DIAL_TIMEOUT_MS = 5_000;

/**
 * GramJS's TCP connection without its loops, queues and socket: a packet is written where it is sent, and what a chunk
 * brings is there to be taken at once. GramJS's way is a promise for each chunk, part of a packet and packet, behind a mutex
 * that all connections of the process share.
 */
export class PacketConnection extends ConnectionTCPFull {
  private line: Socket | null = null;
  private packets = createFullPackets();
  private received: Buffer[] = [];
  private wake = () => {};
  private readonly parameters: ConstructorParameters<typeof ConnectionTCPFull>[0];

  constructor(parameters: ConstructorParameters<typeof ConnectionTCPFull>[0]) {
    super(parameters);
    this.parameters = parameters;
  }

  /** One to the same address that has not been dialled yet. */
  successor(): PacketConnection {
    const successor: unknown = Reflect.construct(this.constructor, [this.parameters]);
    if (successor instanceof PacketConnection) return successor;
    throw new Error('a connection makes one of its kind');
  }

  override async _connect(): Promise<void> {
    const line = await dial(this._port, this._ip, DIAL_TIMEOUT_MS);
    this.line = line;
    this.packets = createFullPackets();
    this.received = [];
    line.on('data', (chunk: Buffer) => this.read(chunk));
    for (const end of ['end', 'close']) line.once(end, () => this.disconnect());
  }

  /** What the system still holds of what was written is thrown away: a request that is given up must not leave later. */
  override async disconnect(): Promise<void> {
    if (!this._connected) return;
    this._connected = false;
    this.line?.resetAndDestroy();
    this.wake();
  }

  override async send(data: Buffer): Promise<void> {
    if (!this._connected || !this.line) throw new Error('Not connected');
    this.line.write(this.packets.write(data));
  }

  /** The next packet, if one is there already. */
  take(): Buffer | undefined {
    return this._connected ? this.received.shift() : undefined;
  }

  /** The next packet. Rejects when the connection ends before. */
  override async recv(): Promise<Buffer> {
    while (this._connected) {
      const packet = this.take();
      if (packet) return packet;
      const { promise, resolve } = Promise.withResolvers<void>();
      this.wake = resolve;
      await promise;
    }
    throw new Error('Not connected');
  }

  /** Sees each packet before it can be taken. */
  protected onPacket(_packet: Buffer): void {}

  /** GramJS starts it with each connection; there is nothing to loop for. */
  override async _sendLoop(): Promise<void> {}

  /** Likewise. */
  override async _recvLoop(): Promise<void> {}

  private read(chunk: Buffer): void {
    try {
      for (const packet of this.packets.read(chunk)) {
        this.onPacket(packet);
        this.received.push(packet);
      }
    } catch {
      this.line?.resetAndDestroy();
    }
    this.wake();
  }
}
