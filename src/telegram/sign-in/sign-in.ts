import { setTimeout as sleep } from 'node:timers/promises';
import { Raw } from 'telegram/events/Raw.js';
import { StringSession } from 'telegram/sessions/index.js';
import type { Logger } from '../../base/log.ts';
import type { ServerAddress } from '../../base/server-address.ts';
import { openClient } from '../gramjs/client.ts';
import { TelegramConnectError } from '../gramjs/connect-error.ts';
import { startKeepAlive } from '../gramjs/keep-alive.ts';
import { addressOf } from '../gramjs/session-address.ts';
import { RpcFailure } from '../rpc-error.ts';
import { Api } from '../tl.ts';
import { signInAsBot } from './bot.ts';
import { cancelled, createSignInCalls, type SignInCalls } from './calls.ts';
import { honourDataCentrePorts } from './data-centre.ts';
import type { SignInDialog } from './dialog.ts';
import { asSignInError, isRefusal, SignInError } from './errors.ts';
import { signInByPassword } from './password.ts';
import { signInByPhone } from './phone.ts';
import { signInByQr } from './qr.ts';

export type SignInWay = 'phone' | 'qr' | 'bot';

export interface SignInOptions {
  readonly way: SignInWay;
  readonly apiId: number;
  readonly apiHash: string;
  /** `null`: Telegram's production servers. */
  readonly server: ServerAddress | null;
  /** PEM of one more server key to trust; `null` for Telegram's own alone. */
  readonly serverPublicKey: string | null;
  readonly dialog: SignInDialog;
  /** Aborts when the person leaves. */
  readonly signal: AbortSignal;
  readonly log: Logger;
}

export interface SignedIn {
  /** A GramJS string session: the account itself to whoever holds it. */
  readonly session: string;
  readonly user: Api.User;
  /** `host:port` of the data centre that the account lives in. */
  readonly address: string;
}

const WAYS = { phone: signInByPhone, qr: signInByQr, bot: signInAsBot } as const;
const CONNECT_TIMEOUT_MS = 15_000;
const CLOSE_TIMEOUT_MS = 3_000;

/** GramJS writes ports as signed 16-bit numbers and fails on those above 32767; as negative numbers they survive. */
class AnyPortSession extends StringSession {
  override setDC(dcId: number, serverAddress: string, port: number): void {
    super.setDC(dcId, serverAddress, (port << 16) >> 16);
  }
}

/**
 * Signs an account in on a key of its own and ends the connection again. The password of two-step verification is asked
 * for where the account has one, whatever the way. Throws `TelegramConnectError`, `SignInError` or `SignInCancelled`;
 * whatever the dialog throws comes through.
 */
export async function signIn(options: SignInOptions): Promise<SignedIn> {
  const { apiId, apiHash, dialog, signal, log, server } = options;
  const session = new AnyPortSession();
  if (server) session.setDC(server.dc, server.host, server.port);
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => {});

  const { client, close } = await unlessCancelled(
    signal,
    openClient(
      { ...options, session, requestRetries: 3, connectTimeoutMs: CONNECT_TIMEOUT_MS },
      {
        onUp() {},
        onDown() {},
        onTransportError: (code) =>
          broken.reject(new SignInError('UNANSWERED', `Telegram ended the connection: error ${code}.`)),
      },
    ),
  );
  honourDataCentrePorts(client);
  const calls = createSignInCalls({
    client,
    apiId,
    apiHash,
    dialog,
    signal,
    broken: broken.promise,
    onUpdate(kind, callback) {
      const filter = new Raw({ types: [kind] });
      client.addEventHandler(callback, filter);
      return () => client.removeEventHandler(callback, filter);
    },
  });
  const stopKeepAlive = startKeepAlive({
    ping: calls.invoke,
    reconnect: () => client._sender?.reconnect(),
    connection: () => (client.connected ? (client._sender?._connection ?? null) : null),
    log,
  });
  try {
    const user = await authorize(calls, options.way);
    return { session: session.save(), user, address: addressOf(session) };
  } catch (error) {
    throw asSignInError(error);
  } finally {
    stopKeepAlive();
    await Promise.race([close(), sleep(CLOSE_TIMEOUT_MS, undefined, { ref: false })]);
  }
}

async function authorize(calls: SignInCalls, way: SignInWay): Promise<Api.User> {
  const authorization = await WAYS[way](calls).catch((error: unknown) => {
    if (isRefusal(error, 'SESSION_PASSWORD_NEEDED')) return signInByPassword(calls);
    throw error;
  });
  if (authorization instanceof Api.auth.AuthorizationSignUpRequired) {
    throw new RpcFailure(400, 'PHONE_NUMBER_UNOCCUPIED');
  }
  if (!(authorization.user instanceof Api.User)) {
    throw new SignInError('UNANSWERED', 'Telegram signed in an account without a user.');
  }
  return authorization.user;
}

/** What opens after the person has left is closed behind them. */
async function unlessCancelled<T extends { close(): Promise<void> }>(
  signal: AbortSignal,
  opening: Promise<T>,
): Promise<T> {
  try {
    return await Promise.race([cancelled(signal), opening]);
  } catch (error) {
    if (!(error instanceof TelegramConnectError)) opening.then((opened) => opened.close()).catch(() => {});
    throw error;
  }
}
