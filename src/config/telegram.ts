import * as v from 'valibot';
import { readServerAddress, type ServerAddress, USUAL_DC } from '../base/server-address.ts';
import { type Given, guarded } from './values.ts';

export interface TelegramConfig {
  /** From https://my.telegram.org/apps, like `apiHash`. */
  readonly apiId: number;
  readonly apiHash: string;
  /** A GramJS or Telethon string session. It is the account itself: whoever has it is signed in. `null`: the store has the accounts. */
  readonly session: string | null;
  /** Where accounts sign in; `null`: at Telegram's production servers. */
  readonly server: ServerAddress | null;
  /** Path of a PEM file with one more server key to trust; read by `telegram/`, so that this file touches no disk. */
  readonly serverPublicKeyPath: string | null;
}

const APPLICATION = ['TELEGRAM_API_ID', 'TELEGRAM_API_HASH'] as const;

export const telegramVariables = {
  TELEGRAM_API_ID: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[1-9]\d{0,9}$/, 'TELEGRAM_API_ID is not a number: copy the api_id from https://my.telegram.org/apps.'),
      v.transform(Number),
      v.maxValue(0x7fff_ffff, 'TELEGRAM_API_ID is too large: copy the api_id from https://my.telegram.org/apps.'),
    ),
  ),
  // Its form is the server's business: private servers take what they like.
  TELEGRAM_API_HASH: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\S+$/, 'TELEGRAM_API_HASH holds spaces: copy the api_hash from https://my.telegram.org/apps.'),
    ),
  ),
  TELEGRAM_SESSION: v.optional(
    v.pipe(
      v.string(),
      v.check(
        isSession,
        'TELEGRAM_SESSION is not a string session (it starts with 1 and is some 350 characters long; a part may be missing): ' +
          'run `npm run login` and copy the whole line.',
      ),
    ),
  ),
  TELEGRAM_SERVER: v.nullish(
    v.pipe(
      v.string(),
      v.rawTransform(({ dataset, addIssue, NEVER }): ServerAddress => {
        const address = readServerAddress(dataset.value);
        if (typeof address !== 'string') return { ...address, dc: USUAL_DC };
        addIssue({ message: `TELEGRAM_SERVER ${address}` });
        return NEVER;
      }),
    ),
    null,
  ),
  TELEGRAM_SERVER_PUBLIC_KEY: v.nullish(v.string(), null),
} as const;

/** `null`: no application is configured. */
export function readTelegram(
  values: v.InferOutput<v.ObjectSchema<typeof telegramVariables, undefined>>,
): TelegramConfig | null {
  const { TELEGRAM_API_ID: apiId, TELEGRAM_API_HASH: apiHash, TELEGRAM_SESSION: session = null } = values;
  if (apiId === undefined || apiHash === undefined) return null;
  const { TELEGRAM_SERVER: server, TELEGRAM_SERVER_PUBLIC_KEY: serverPublicKeyPath } = values;
  const telegram: TelegramConfig = { apiId, apiHash, session, server, serverPublicKeyPath };
  return guarded(telegram, { apiHash: '[hidden]', ...(session !== null && { session: '[hidden]' }) });
}

/** Whether real Telegram is meant. */
export function hasApplication(given: Given): boolean {
  return APPLICATION.every((name) => given[name] !== undefined);
}

export function telegramProblems(given: Given): string[] {
  const missing = APPLICATION.filter((name) => given[name] === undefined);
  const wanted = [...APPLICATION, 'TELEGRAM_SESSION'].some((name) => given[name] !== undefined);
  if (missing.length === 0 || !wanted) return [];
  return [
    `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing: real Telegram needs ${APPLICATION.join(' and ')}, ` +
      'and TELEGRAM_SESSION where the account is not in the store; set none of them to run the sandbox.',
  ];
}

/**
 * Whether a text has the form of a string session: `1`, then base64 of data centre, address, port and the 256-byte key.
 * The address is length-prefixed text or 16 bytes (GramJS, Telethon for IPv6), or 4 bytes (Telethon for IPv4).
 */
function isSession(text: string): boolean {
  if (!/^1[A-Za-z0-9+/_-]+={0,2}$/.test(text)) return false;
  const bytes = Buffer.from(text.slice(1), 'base64');
  if (bytes.length < 1 + 2 + 2 + 256 || bytes[0] === 0) return false;
  const addressLength = bytes.readUInt16BE(1);
  const fixedSizes = [4, 16].map((address) => 1 + address + 2 + 256);
  const prefixed = addressLength > 0 && addressLength <= 100 && bytes.length === 1 + 2 + addressLength + 2 + 256;
  if (!prefixed && !fixedSizes.includes(bytes.length)) return false;
  return bytes.readUInt16BE(bytes.length - 258) !== 0;
}
