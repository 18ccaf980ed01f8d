/** One name with which Telegram refuses a sign-in. */
export interface SignInRefusal {
  /** What it means and what to do, for people. */
  readonly sentence: string;
  /** The number usually sent with it. */
  readonly code: number;
  /** What it is always about. `null`: not always about one thing. */
  readonly about: 'phoneNumber' | 'code' | 'password' | 'token' | null;
}

function refusal(sentence: string, code = 400, about: SignInRefusal['about'] = null): SignInRefusal {
  return { sentence, code, about };
}

const NO_ACCOUNT = 'No account has this number. Make one in a Telegram app first.';

/**
 * The refusals of a sign-in by the step that meets them: names from the "Possible errors" of the methods under
 * https://core.telegram.org/api/auth, api/srp and api/qr-login. SESSION_PASSWORD_NEEDED is a step and no refusal.
 */
export const signInRefusals = {
  /** To send a code, which is asked for at the beginning, again, and in place of one that has run out. */
  sending: {
    AUTH_RESTART: refusal('Telegram wants the sign-in to begin again.', 500),
    PHONE_NUMBER_APP_SIGNUP_FORBIDDEN: refusal(NO_ACCOUNT),
    PHONE_NUMBER_FLOOD: refusal('Too many codes were asked for with this number. Try again tomorrow.'),
    PHONE_NUMBER_UNOCCUPIED: refusal(NO_ACCOUNT),
    PHONE_PASSWORD_FLOOD: refusal('Too many wrong passwords. Try again tomorrow.', 406),
    PHONE_PASSWORD_PROTECTED: refusal(
      'The account is protected by a password that has to be recovered in a Telegram app.',
    ),
    SMS_CODE_CREATE_FAILED: refusal('Telegram could not make a code. Try again later.'),
    UPDATE_APP_TO_LOGIN: refusal('Telegram asks for a newer client to sign this account in. Sign in by QR code.', 406),
  },
  number: {
    PHONE_NUMBER_BANNED: refusal('Telegram has banned this number.', 400, 'phoneNumber'),
    PHONE_NUMBER_INVALID: refusal(
      'This is not a phone number that Telegram can use. Write it with its country code, such as +447700900123.',
      400,
      'phoneNumber',
    ),
  },
  again: {
    SEND_CODE_UNAVAILABLE: refusal(
      'Telegram has no further way of sending a code to this number. Try again later, or sign in by QR code.',
      406,
    ),
  },
  code: {
    PHONE_CODE_EMPTY: refusal('No code was given.', 400, 'code'),
    PHONE_CODE_EXPIRED: refusal('The code has run out.', 400, 'code'),
    PHONE_CODE_INVALID: refusal('The code is wrong.', 400, 'code'),
    SIGN_IN_FAILED: refusal('Telegram could not sign the account in. Try again later.', 500),
  },
  password: {
    FRESH_RESET_AUTHORISATION_FORBIDDEN: refusal(
      'Telegram does not allow this so soon after another sign-in. Try again tomorrow.',
      406,
    ),
    PASSWORD_HASH_INVALID: refusal('The password is wrong.', 400, 'password'),
    SRP_ID_INVALID: refusal('The password was asked for too long ago.'),
    SRP_PASSWORD_CHANGED: refusal('The password was changed meanwhile.'),
  },
  qr: {
    AUTH_TOKEN_ALREADY_ACCEPTED: refusal('The QR code was scanned before. Begin the sign-in again.'),
    AUTH_TOKEN_EXPIRED: refusal('The QR code had run out when it was scanned. Begin the sign-in again.'),
    AUTH_TOKEN_INVALID: refusal('Telegram does not know the QR code. Begin the sign-in again.'),
  },
  bot: {
    ACCESS_TOKEN_EXPIRED: refusal(
      'The bot token has been replaced by a newer one. Ask @BotFather for it.',
      400,
      'token',
    ),
    ACCESS_TOKEN_INVALID: refusal(
      'Telegram does not know this bot token. Copy it whole from @BotFather.',
      400,
      'token',
    ),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, SignInRefusal>>>>;
