import { computeCheck } from 'telegram/Password.js';
import type { RpcFailure } from '../rpc-error.ts';
import { Api } from '../tl.ts';
import type { SignInCalls } from './calls.ts';
import { isRefusal, lastTry } from './errors.ts';

const TRIES = 3;

/**
 * Two-step verification by SRP (https://core.telegram.org/api/srp): the password itself is never sent. Each try takes a
 * challenge of its own. Rejects with `SignInError` after three wrong ones.
 */
export async function signInByPassword({ invoke, dialog }: SignInCalls): Promise<Api.auth.TypeAuthorization> {
  let refused: RpcFailure | null = null;
  for (let tried = 1; ; tried += 1) {
    const challenge = await invoke(new Api.account.GetPassword());
    const password = await dialog.password(challenge.hint || null, refused);
    try {
      return await invoke(new Api.auth.CheckPassword({ password: await computeCheck(challenge, password) }));
    } catch (error) {
      if (!isRefusal(error, 'PASSWORD_HASH_INVALID', 'SRP_ID_INVALID', 'SRP_PASSWORD_CHANGED')) throw error;
      if (tried === TRIES) throw lastTry(error, TRIES);
      refused = error;
    }
  }
}
