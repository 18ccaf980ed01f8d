import type { IncomingHttpHeaders } from 'node:http';
import type { CloseCode, Server } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Logger } from '../../base/log.ts';
import type { Limits } from '../limits.ts';
import { beginTerms, type CallTerms } from '../request/call-terms.ts';
import { ANONYMOUS, openRecord, type RequestRecord, withRecord } from '../request/request-record.ts';
import type { Turns } from '../request/turns.ts';

/** What graphql-ws's hooks know of the socket that an operation came by. */
export interface SessionExtra {
  /** Of the upgrade request. */
  readonly headers: IncomingHttpHeaders;
  /** Where the socket comes from, as `ClientAddress` tells it. */
  readonly address: string;
  /** That address, until a key has told more. */
  client: string;
  /** `CallScope.caller` of every operation. */
  caller: string;
  /** Those of every operation. */
  terms: CallTerms;
  /** Given back when the socket has closed. */
  readonly held: DisposableStack;
  /** The operations that run, each with whether its client still wants it. */
  readonly operations: Map<RequestRecord, () => boolean>;
  /** True once the gateway is shutting down. */
  isClosing: boolean;
  close(code: number, reason: string): void;
}

/** One WebSocket from its upgrade to its end. */
export interface Session {
  /** Resolves when the socket is closed and what ran over it was told to end. */
  readonly closed: Promise<void>;
  /** Takes no new operations and closes when those that run have ended. */
  close(): void;
  /** Cuts the socket off, and what runs over it. */
  terminate(): void;
}

export interface SessionOptions {
  readonly protocol: Server<SessionExtra>;
  readonly limits: Limits;
  readonly requestId: string;
  readonly headers: IncomingHttpHeaders;
  readonly address: string;
  readonly turns: Turns;
  readonly log: Logger;
}

/** Codes of our own are graphql-ws's where it has one (a value of `CloseCode`, which exists at compile time only). */
const INTERNAL_ERROR: CloseCode.InternalServerError = 4500;
const GOING_AWAY = 1001;
const UNSUPPORTED_DATA = 1003;
const TRY_AGAIN_LATER = 1013;

/**
 * Carries graphql-ws's messages over a socket. Each message is handled inside of a record of its own, which is how an operation
 * has its request id. A socket's reader sets the pace: an event is only taken from a subscription when the one before has left.
 */
export function openSession(socket: WebSocket, options: SessionOptions): Session {
  const { limits, requestId, turns } = options;
  const log = options.log.child({ requestId });
  const startedAt = performance.now();
  let messages = 0;
  let waiting = 0;
  let handling = 0;
  let answered = true;
  const closed = Promise.withResolvers<void>();

  const abortAll = (reason: string) => {
    for (const record of extra.operations.keys()) record.abort(new DOMException(reason, 'AbortError'));
  };
  const close = (code: number, reason: string) => {
    socket.close(code, reason);
    abortAll(reason);
  };
  const isReadTooSlowly = () => socket.bufferedAmount > limits.socketBufferBytes;
  const extra: SessionExtra = {
    headers: options.headers,
    address: options.address,
    client: options.address,
    caller: ANONYMOUS,
    terms: { deadlineMs: limits.requestDeadlineMs, waitsForFloods: false },
    held: new DisposableStack(),
    operations: new Map(),
    isClosing: false,
    close,
  };
  const closeWhenIdle = () => {
    if (extra.isClosing && handling === 0) socket.close(GOING_AWAY, 'The gateway is shutting down.');
  };

  let receive: (message: string) => Promise<void> = async () => {};
  const handle = async (message: string) => {
    handling += 1;
    messages += 1;
    const record = openRecord(`${requestId}-${messages}`, extra.address, options.log);
    record.client = extra.client;
    record.call.caller = extra.caller;
    beginTerms(record, extra.terms);
    try {
      const handled = withRecord(record, () => receive(message));
      // The message may have been the `complete` of another.
      for (const [other, isWanted] of extra.operations) {
        if (!isWanted()) other.abort(new DOMException('The client completed the operation.', 'AbortError'));
      }
      await handled;
    } catch (error) {
      record.scope.log().error({ err: error }, 'a WebSocket message could not be handled');
      close(INTERNAL_ERROR, 'Internal server error');
    } finally {
      extra.operations.delete(record);
      record.held.dispose();
      handling -= 1;
      closeWhenIdle();
    }
  };

  const heartbeat = setInterval(() => {
    if (!answered) return socket.terminate();
    answered = false;
    socket.ping();
  }, limits.keepAliveMs);
  socket.on('pong', () => {
    answered = true;
  });
  socket.on('ping', () => {
    if (isReadTooSlowly()) socket.terminate();
  });
  socket.on('message', (data, isBinary) => {
    // Only of text has ws seen that it is UTF-8.
    if (isBinary) close(UNSUPPORTED_DATA, 'Messages are text.');
    else if (waiting + handling >= limits.messagesPerSocket) close(TRY_AGAIN_LATER, 'Too many operations at a time.');
    else {
      waiting += 1;
      turns.take(extra.client, () => {
        waiting -= 1;
        if (waiting === 0 && socket.isPaused) socket.resume();
        // What was under way when the gateway closed the socket is not begun any more.
        if (socket.readyState !== socket.OPEN) return false;
        void handle(String(data));
        return true;
      });
      // Of what waits, there is no more than came at once.
      if (waiting > 0) socket.pause();
    }
  });
  // A frame that is too long or malformed; ws closes the socket with the code for it.
  socket.on('error', (error) => log.debug({ err: error }, 'a WebSocket failed'));

  const leave = options.protocol.opened(
    {
      protocol: socket.protocol,
      send: (data) => {
        if (socket.readyState === socket.OPEN && isReadTooSlowly())
          close(TRY_AGAIN_LATER, 'The messages are not read fast enough.');
        if (socket.readyState !== socket.OPEN) {
          abortAll('The socket is closed.');
          return Promise.resolve();
        }
        // Also resolved when it fails: `close` tells what there is to tell.
        return new Promise((resolve) => socket.send(data, () => resolve()));
      },
      close,
      onMessage: (callback) => {
        receive = callback;
      },
    },
    extra,
  );
  socket.once('close', (code, reason) => {
    clearInterval(heartbeat);
    abortAll('The caller went away.');
    extra.held.dispose();
    const { caller, address } = extra;
    log.info({ caller, address, code, messages, ms: Math.round(performance.now() - startedAt) }, 'websocket closed');
    // A source may take its time to end, which is not the socket's business.
    leave(code, String(reason)).catch((error: unknown) => log.error({ err: error }, 'a WebSocket could not be left'));
    closed.resolve();
  });

  return {
    closed: closed.promise,
    close() {
      extra.isClosing = true;
      closeWhenIdle();
    },
    terminate: () => socket.terminate(),
  };
}
