import { Api } from '../tl.ts';
import type { SignInCalls } from './calls.ts';
import { isRefusal, refusalSentence, SignInError } from './errors.ts';

const TRIES = 3;

/**
 * By phone number and login code (https://core.telegram.org/api/auth). A wrong code is asked for again, up to three
 * times; one that has run out is replaced. Signing up is not offered.
 */
export async function signInByPhone(calls: SignInCalls): Promise<Api.auth.TypeAuthorization> {
  const { invoke, dialog } = calls;
  const phoneNumber = (await dialog.ask('Phone number with country code, such as +447700900123: ')).trim();
  let sent = await sendCode(calls, phoneNumber);
  for (let tried = 1; ; tried += 1) {
    if (sent instanceof Api.auth.SentCodeSuccess) return sent.authorization;
    const phoneCode = (await dialog.ask('Code: ')).replace(/[\s-]/g, '');
    try {
      return await invoke(new Api.auth.SignIn({ phoneNumber, phoneCodeHash: sent.phoneCodeHash, phoneCode }));
    } catch (error) {
      if (!isRefusal(error, 'PHONE_CODE_EMPTY', 'PHONE_CODE_INVALID', 'PHONE_CODE_EXPIRED')) throw error;
      if (tried === TRIES) throw new SignInError(`${refusalSentence(error)} That was the last of ${TRIES} tries.`);
      const expired = error.type === 'PHONE_CODE_EXPIRED';
      dialog.tell(`${refusalSentence(error)} ${expired ? 'Another one is sent.' : 'Try again.'}`);
      if (expired) sent = await sendCode(calls, phoneNumber);
    }
  }
}

async function sendCode(calls: SignInCalls, phoneNumber: string): Promise<Api.auth.TypeSentCode> {
  const { invoke, dialog, apiId, apiHash } = calls;
  const request = () => new Api.auth.SendCode({ phoneNumber, apiId, apiHash, settings: new Api.CodeSettings({}) });
  const sent = await invoke(request()).catch((error: unknown) => {
    // Telegram wants the sign-in begun again, and this is its first step.
    if (isRefusal(error, 'AUTH_RESTART')) return invoke(request());
    throw error;
  });
  if (sent instanceof Api.auth.SentCode) dialog.tell(whereabouts(sent.type));
  return sent;
}

/** Where to look for the code. Throws where this program cannot take what Telegram wants. */
function whereabouts(type: Api.auth.TypeSentCodeType): string {
  if (type instanceof Api.auth.SentCodeTypeApp) {
    return 'The code was sent to the Telegram app on your other devices, in the chat named Telegram.';
  }
  if (type instanceof Api.auth.SentCodeTypeSms) return 'The code was sent by SMS.';
  if (type instanceof Api.auth.SentCodeTypeSmsWord || type instanceof Api.auth.SentCodeTypeSmsPhrase) {
    return 'Words were sent by SMS; give them as the code.';
  }
  if (type instanceof Api.auth.SentCodeTypeCall) return 'Telegram calls the number and reads the code out.';
  if (type instanceof Api.auth.SentCodeTypeMissedCall) {
    return `Telegram calls the number once: the code is the last ${type.length} digits of who called.`;
  }
  if (type instanceof Api.auth.SentCodeTypeFragmentSms) return `The code is shown on ${type.url}.`;
  if (type instanceof Api.auth.SentCodeTypeEmailCode) {
    throw new SignInError(`Telegram sends this account's codes by e-mail (${type.emailPattern}). Sign in with --qr.`);
  }
  if (type instanceof Api.auth.SentCodeTypeSetUpEmailRequired) {
    throw new SignInError('Telegram wants an e-mail address for this account first. Add it in a Telegram app.');
  }
  throw new SignInError('Telegram offers only ways of sending a code that need its own app. Sign in with --qr.');
}
