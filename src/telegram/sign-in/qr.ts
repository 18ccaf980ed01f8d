import { Api } from '../tl.ts';
import type { SignInCalls } from './calls.ts';
import { SignInError } from './errors.ts';

/** Long enough to find the menu on a phone. */
const PATIENCE_MS = 10 * 60_000;
/** Asked for a little before the token ends; the clock here may be off, hence the bounds. */
const MARGIN_MS = 1_000;
const SHORTEST_WAIT_MS = 1_500;
const LONGEST_WAIT_MS = 30_000;

/**
 * By a QR code that a signed-in Telegram app scans (https://core.telegram.org/api/qr-login). The token lives for half a
 * minute and is asked for again: then, and as soon as an update says that somebody accepted it.
 */
export async function signInByQr(calls: SignInCalls): Promise<Api.auth.TypeAuthorization> {
  const { dialog, wait, apiId, apiHash } = calls;
  let scanned = Promise.withResolvers<void>();
  const stop = calls.onUpdate(Api.UpdateLoginToken, () => scanned.resolve());
  const until = performance.now() + PATIENCE_MS;
  let shown = '';
  try {
    while (performance.now() < until) {
      const answer = await follow(
        calls,
        await calls.invoke(new Api.auth.ExportLoginToken({ apiId, apiHash, exceptIds: [] })),
      );
      if (answer instanceof Api.auth.LoginTokenSuccess) return answer.authorization;
      const address = `tg://login?token=${answer.token.toString('base64url')}`;
      if (address !== shown) dialog.showQr(address, new Date(answer.expires * 1000));
      shown = address;
      const life = answer.expires * 1000 - Date.now() - MARGIN_MS;
      await wait(scanned.promise, Math.min(Math.max(life, SHORTEST_WAIT_MS), LONGEST_WAIT_MS));
      scanned = Promise.withResolvers();
    }
  } finally {
    stop();
  }
  throw new SignInError('UNANSWERED', `Nobody scanned the QR code within ${PATIENCE_MS / 60_000} minutes.`);
}

/** The account may live in another data centre than the one asked: the token is taken there. */
async function follow(
  { invoke, switchDc }: SignInCalls,
  answer: Api.auth.TypeLoginToken,
): Promise<Api.auth.LoginToken | Api.auth.LoginTokenSuccess> {
  if (!(answer instanceof Api.auth.LoginTokenMigrateTo)) return answer;
  await switchDc(answer.dcId);
  const there = await invoke(new Api.auth.ImportLoginToken({ token: answer.token }));
  if (there instanceof Api.auth.LoginTokenMigrateTo) {
    throw new SignInError(
      'UNANSWERED',
      'Telegram sent the sign-in from one data centre to another and back. Try again.',
    );
  }
  return there;
}
