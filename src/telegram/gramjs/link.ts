import type { Logger } from '../../base/log.ts';
import { PacketConnection } from '../wire/packet-connection.ts';

/** What the link tells its owner. None of these may throw. */
export interface LinkEvents {
  /** A TCP connection stands; requests may be queued from here on. */
  onUp(): void;
  /** The connection that stood is gone, whoever ended it. */
  onDown(): void;
  /** The first connection could not be made in the allowed number of dials. Nothing more will be tried. */
  onGiveUp(error: Error): void;
  /** A transport error as a positive number: 404 = the server does not know our authorization key, 429 = flood. */
  onTransportError(code: number): void;
}

export interface LinkOptions {
  /** The session's port, read at each dial: GramJS itself hands every TCP connection port 80. */
  readonly port: () => number;
  /** Dials before the first connection is given up. After a first success there is no limit. */
  readonly firstDials: number;
  readonly log: Logger;
  /** Waits so many milliseconds before a dial; for tests, which do not. */
  readonly pause?: ((milliseconds: number) => Promise<void>) | undefined;
  /** Asked before each dial and each packet: while it says no, nothing is dialled or sent. Always yes when absent. */
  readonly mayUse?: (() => boolean) | undefined;
}

export interface Link {
  /** GramJS's `connection` option. */
  readonly connection: typeof PacketConnection;
  /** Ends the connection that stands, with a reset. */
  suspend(): void;
  /** No dial from here on: GramJS's endless retry loop is parked on a promise that never settles, and collected. */
  stop(): void;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;
/** How often it is looked whether the session may be used again. */
const LOOK_EVERY_MS = 100;

/** Half to all of a pause that doubles with each failure, so that many gateways do not return in step. */
export function pauseAfter(failures: number, random = Math.random): number {
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
  return pause / 2 + (pause / 2) * random();
}

/**
 * GramJS's TCP connection (full transport) with the session's port, pauses that grow, and news for its owner. A connection
 * counts as a failure until the server has said something over it: a proxy in front may take connections and drop them.
 */
export function createLink(options: LinkOptions, events: LinkEvents): Link {
  const { log, pause = wait, mayUse = () => true } = options;
  let failures = 0;
  let everUp = false;
  let stopped = false;
  let downSince: number | null = null;
  let standing: GatewayConnection | null = null;

  /** An outage of hours is a few lines: the failures 1, 2, 4, 8 … are warnings. */
  function tell(what: object, message: string): void {
    downSince ??= performance.now();
    const isTold = (failures & (failures - 1)) === 0;
    log[isTold ? 'warn' : 'debug']({ ...what, failures }, message);
  }

  function heard(): void {
    if (downSince !== null) {
      const outageSeconds = Math.round((performance.now() - downSince) / 1000);
      log.info({ failures, outageSeconds }, 'connected to Telegram again');
    }
    failures = 0;
    downSince = null;
  }

  class GatewayConnection extends PacketConnection {
    constructor(parameters: ConstructorParameters<typeof PacketConnection>[0]) {
      super({ ...parameters, port: options.port() });
    }

    override async connect(): Promise<void> {
      if (failures > 0 && !stopped) await pause(pauseAfter(failures));
      while (!mayUse() && !stopped) await wait(LOOK_EVERY_MS);
      if (stopped) return new Promise(() => {});
      try {
        await super.connect();
      } catch (error) {
        failures += 1;
        const reason = error instanceof Error ? error : new Error(String(error));
        tell({ address: `${this._ip}:${this._port}`, reason: reason.message }, 'dial failed');
        if (!everUp && failures >= options.firstDials) {
          stopped = true;
          events.onGiveUp(reason);
        }
        throw reason;
      }
      failures += 1;
      everUp = true;
      standing = this;
      events.onUp();
    }

    override async send(data: Buffer): Promise<void> {
      if (!mayUse()) await this.disconnect();
      return super.send(data);
    }

    override async disconnect(): Promise<void> {
      const stood = this._connected;
      await super.disconnect();
      if (!stood) return;
      standing = null;
      if (!stopped) tell({}, 'the connection to Telegram is lost');
      events.onDown();
    }

    protected override onPacket(packet: Buffer): void {
      if (packet.length === 4) events.onTransportError(-packet.readInt32LE(0));
      else if (failures > 0 || downSince !== null) heard();
    }
  }

  return {
    connection: GatewayConnection,
    suspend: () => void standing?.disconnect(),
    stop() {
      stopped = true;
    },
  };
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
