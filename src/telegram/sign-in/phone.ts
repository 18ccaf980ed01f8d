import type { RpcFailure } from '../rpc-error.ts';
import { Api } from '../tl.ts';
import type { SignInCalls } from './calls.ts';
import type { SentCode } from './dialog.ts';
import { isRefusal, lastTry, SignInError } from './errors.ts';

const TRIES = 3;
/** Refusals after which the code may be asked for again. */
const CODE_AGAIN = ['PHONE_CODE_EMPTY', 'PHONE_CODE_INVALID', 'PHONE_CODE_EXPIRED'];
const RESEND_AGAIN = ['SEND_CODE_UNAVAILABLE', 'PHONE_CODE_EXPIRED'];

/**
 * By phone number and login code (https://core.telegram.org/api/auth). A wrong code is asked for again, up to three
 * times; one that has run out is replaced. Signing up is not offered.
 */
export async function signInByPhone(calls: SignInCalls): Promise<Api.auth.TypeAuthorization> {
  const { invoke, dialog } = calls;
  const phoneNumber = (await dialog.phoneNumber()).trim();
  let sent = await sendCode(calls, phoneNumber);
  let refused: RpcFailure | null = null;
  let tried = 0;
  for (;;) {
    if (sent instanceof Api.auth.SentCodeSuccess) return sent.authorization;
    const { phoneCodeHash } = sent;
    const answer = await dialog.code(describe(sent), refused);
    refused = null;
    try {
      if (answer !== null) {
        return await invoke(new Api.auth.SignIn({ phoneNumber, phoneCodeHash, phoneCode: plain(answer, sent.type) }));
      }
      sent = await invoke(new Api.auth.ResendCode({ phoneNumber, phoneCodeHash }));
    } catch (error) {
      if (!isRefusal(error, ...(answer === null ? RESEND_AGAIN : CODE_AGAIN))) throw error;
      if (answer !== null) tried += 1;
      if (tried === TRIES) throw lastTry(error, TRIES);
      const hasExpired = error.type === 'PHONE_CODE_EXPIRED';
      if (hasExpired) sent = await sendCode(calls, phoneNumber);
      // Who asked for another code has one then.
      refused = hasExpired && answer === null ? null : error;
    }
  }
}

async function sendCode({ invoke, apiId, apiHash }: SignInCalls, phoneNumber: string): Promise<Api.auth.TypeSentCode> {
  const request = () => new Api.auth.SendCode({ phoneNumber, apiId, apiHash, settings: new Api.CodeSettings({}) });
  return invoke(request()).catch((error: unknown) => {
    // Telegram wants the sign-in begun again, and this is its first step.
    if (isRefusal(error, 'AUTH_RESTART')) return invoke(request());
    throw error;
  });
}

function isOfWords(type: Api.auth.TypeSentCodeType) {
  return type instanceof Api.auth.SentCodeTypeSmsWord || type instanceof Api.auth.SentCodeTypeSmsPhrase;
}

/** Digits may be typed in groups. */
function plain(answer: string, type: Api.auth.TypeSentCodeType): string {
  return isOfWords(type) ? answer.trim() : answer.replace(/[\s-]/g, '');
}

function describe({ type, nextType, timeout }: Api.auth.SentCode): SentCode {
  return { ...whereabouts(type), resendAfterSeconds: nextType ? (timeout ?? 0) : null };
}

/** Where to look for the code. Throws where this program cannot take what Telegram wants. */
function whereabouts(type: Api.auth.TypeSentCodeType): Omit<SentCode, 'resendAfterSeconds'> {
  if (type instanceof Api.auth.SentCodeTypeApp) return { delivery: 'APP', length: type.length, hint: null };
  if (type instanceof Api.auth.SentCodeTypeSms) return { delivery: 'SMS', length: type.length, hint: null };
  if (type instanceof Api.auth.SentCodeTypeSmsWord || type instanceof Api.auth.SentCodeTypeSmsPhrase) {
    return { delivery: 'SMS_WORDS', length: null, hint: type.beginning || null };
  }
  if (type instanceof Api.auth.SentCodeTypeCall) return { delivery: 'CALL', length: type.length, hint: null };
  if (type instanceof Api.auth.SentCodeTypeMissedCall) {
    return { delivery: 'MISSED_CALL', length: type.length, hint: type.prefix || null };
  }
  if (type instanceof Api.auth.SentCodeTypeFragmentSms) {
    return { delivery: 'FRAGMENT', length: type.length, hint: type.url };
  }
  throw new SignInError('UNSUPPORTED', unsupported(type));
}

function unsupported(type: Api.auth.TypeSentCodeType): string {
  if (type instanceof Api.auth.SentCodeTypeEmailCode) {
    return `Telegram sends this account's codes by e-mail (${type.emailPattern}). Sign in by QR code.`;
  }
  if (type instanceof Api.auth.SentCodeTypeSetUpEmailRequired) {
    return 'Telegram wants an e-mail address for this account first. Add it in a Telegram app.';
  }
  return 'Telegram offers only ways of sending a code that need its own app. Sign in by QR code.';
}
