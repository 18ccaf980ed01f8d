import { setTimeout as sleep } from 'node:timers/promises';
import { StringSession } from 'telegram/sessions/index.js';
import { openClient } from '../gramjs/client.ts';
import { Api } from '../tl.ts';
import type { SignInOptions } from './sign-in.ts';

const TIMEOUT_MS = 10_000;

/** Ends a session that nobody uses at Telegram (auth.logOut). Rejects when Telegram did not answer that it has. */
export async function signOut(
  session: string,
  options: Pick<SignInOptions, 'apiId' | 'apiHash' | 'serverPublicKey' | 'log'>,
): Promise<void> {
  const { client, close } = await openClient(
    { ...options, session: new StringSession(session), requestRetries: 1, connectTimeoutMs: TIMEOUT_MS },
    { onUp() {}, onDown() {}, onTransportError() {} },
  );
  try {
    const late = sleep(TIMEOUT_MS, null, { ref: false });
    if (!(await Promise.race([client.invoke(new Api.auth.LogOut()), late]))) throw new Error('no answer in time');
  } finally {
    await close();
  }
}
