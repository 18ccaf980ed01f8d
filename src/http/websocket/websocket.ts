import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from '../../base/log.ts';
import type { HttpConfig } from '../../config/index.ts';
import type { Pipeline } from '../behind-node.ts';
import type { Limits } from '../limits.ts';
import type { KeyCheck, SessionOf } from '../plugins/use-api-keys.ts';
import type { LiveStreams } from '../plugins/use-live-streams.ts';
import type { ClientAddress } from '../request/client-address.ts';
import type { ErrorMask } from '../request/error-masking.ts';
import type { Origins } from '../request/origins.ts';
import type { Refusal } from '../request/refusal.ts';
import { chooseRequestId } from '../request/request-record.ts';
import type { Turns } from '../request/turns.ts';
import type { SocketServer } from './socket-server.ts';
import { refuseUpgrade, upgradeRefusal } from './websocket-checks.ts';

export interface WebSocketsOptions {
  readonly yoga: Pipeline;
  readonly config: HttpConfig;
  readonly limits: Limits;
  readonly log: Logger;
  readonly streams: LiveStreams;
  readonly maskError: ErrorMask;
  readonly checkKey: KeyCheck;
  readonly sessionOf: SessionOf;
  readonly addressOf: ClientAddress;
  readonly origins: Origins;
  readonly turns: Turns;
  /** True once `close()` was called. */
  readonly isClosing: () => boolean;
}

/** GraphQL over WebSocket, on the same port and path as over HTTP. */
export interface WebSockets {
  /** Listens to the server's `upgrade`. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Lets running operations finish, then closes each socket; resolves when none is left. */
  close(): Promise<void>;
  /** Cuts off those that are still open, and answers how many. */
  terminate(): number;
}

const NOT_LOADED: Refusal = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'WebSockets could not be loaded; the log says why. Requests over HTTP are not concerned.',
};

/** Takes the WebSockets that no rule is against. What they need is loaded with the first of them: a start does without. */
export function createWebSockets(options: WebSocketsOptions): WebSockets {
  const { config, log, isClosing, addressOf, origins } = options;
  const rules = { isClosing, loopbackOnly: config.apiKeys.length === 0, origins };
  let loading: Promise<SocketServer> | null = null;
  let loaded: SocketServer | null = null;

  async function load(): Promise<SocketServer> {
    const { createSocketServer } = await import('./socket-server.ts');
    loaded = createSocketServer(options);
    return loaded;
  }

  return {
    upgrade(request, socket, head) {
      // Nobody else listens to a socket that has left the HTTP server.
      socket.on('error', () => {});
      const requestId = chooseRequestId(request);
      const refusal = upgradeRefusal(request, rules);
      if (refusal !== null) {
        const address = addressOf(request);
        log.info({ requestId, address, status: refusal.status, errorCodes: [refusal.code] }, 'websocket refused');
        return refuseUpgrade(socket, requestId, refusal);
      }
      loading ??= load();
      loading.then(
        (server) => server.take(request, socket, head, requestId),
        (error: unknown) => {
          log.error({ requestId, err: error }, 'WebSockets could not be loaded');
          refuseUpgrade(socket, requestId, NOT_LOADED);
        },
      );
    },
    close: async () => (await loading?.catch(() => null))?.close(),
    terminate: () => loaded?.terminate() ?? 0,
  };
}
