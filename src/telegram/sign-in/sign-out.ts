import { setTimeout as sleep } from 'node:timers/promises';
import { StringSession } from 'telegram/sessions/index.js';
import { openClient } from '../gramjs/client.ts';
import { RpcFailure, toFailure } from '../rpc-error.ts';
import { Api } from '../tl.ts';
import type { SignInOptions } from './sign-in.ts';

const TIMEOUT_MS = 10_000;

/** Ends a session that nobody uses at Telegram (auth.logOut). Rejects with the failure when Telegram did not answer that it has. */
export async function signOut(
  session: string,
  options: Pick<SignInOptions, 'apiId' | 'apiHash' | 'serverPublicKey' | 'log'>,
): Promise<void> {
  const broken = Promise.withResolvers<never>();
  broken.promise.catch(() => {});
  const { client, close } = await openClient(
    { ...options, session: new StringSession(session), requestRetries: 1, connectTimeoutMs: TIMEOUT_MS },
    {
      onUp() {},
      onDown() {},
      // The server does not know the key any more.
      onTransportError: (code) => code === 404 && broken.reject(new RpcFailure(401, 'AUTH_KEY_UNREGISTERED')),
    },
  );
  try {
    const late = sleep(TIMEOUT_MS, null, { ref: false });
    const answer = await Promise.race([client.invoke(new Api.auth.LogOut()), broken.promise, late]);
    if (!answer) throw new Error('no answer in time');
  } catch (error) {
    throw toFailure(error);
  } finally {
    await close();
  }
}
