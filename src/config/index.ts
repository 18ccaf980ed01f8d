import { isIP } from 'node:net';
import { inspect } from 'node:util';
import * as v from 'valibot';
import type { LogLevel } from '../base/log.ts';
import { isLoopback } from '../base/loopback.ts';
import { type ApiKey, readApiKey } from './api-key.ts';

/** Everything the process is told from outside, checked once. Frozen; nothing else reads the environment. */
export interface Config {
  readonly http: HttpConfig;
  /** `null`: no account is configured, the sandbox stands in for Telegram. */
  readonly telegram: TelegramConfig | null;
  /** Where the sandbox's faults are driven from, 0 for any free port; `null`: from nowhere. Always `null` with an account. */
  readonly sandboxControlPort: number | null;
  /** The directory of the store; the sandbox keeps nothing. */
  readonly dataDir: string;
  /** Whether people keep knocking at the sandbox's community; without effect when an account is configured. */
  readonly sandboxVisitors: boolean;
  readonly logLevel: LogLevel;
}

export interface HttpConfig {
  /** A loopback address whenever `apiKeys` is empty. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Any one of them opens the API; empty means that only this machine can call. */
  readonly apiKeys: readonly ApiKey[];
  /** Addresses and CIDR ranges of proxies whose `X-Forwarded-For` is believed; empty: nobody's is. */
  readonly trustedProxies: readonly string[];
  /** Origins whose pages may call from a browser, as browsers send them. */
  readonly corsOrigins: readonly string[];
  /** Telegram calls that one operation may cost. */
  readonly operationCalls: number;
  /** Whether GraphiQL's page is served, and then to everybody; by default where no key is needed. */
  readonly graphiql: boolean;
}

export interface TelegramConfig {
  /** From https://my.telegram.org/apps, like `apiHash`. */
  readonly apiId: number;
  readonly apiHash: string;
  /** A GramJS or Telethon string session. It is the account itself: whoever has it is signed in. */
  readonly session: string;
  /** Path of a PEM file with one more server key to trust; read by `telegram/`, so that this file touches no disk. */
  readonly serverPublicKeyPath: string | null;
}

/** The environment cannot be used. `problems` holds one sentence each; the message holds them all. Nothing secret in either. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      problems.length === 1
        ? `The configuration has a problem: ${problems[0]}`
        : `The configuration has ${problems.length} problems:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.problems = problems;
  }
}

const LOG_LEVELS = [
  'fatal',
  'error',
  'warn',
  'info',
  'debug',
  'trace',
  'silent',
] as const satisfies readonly LogLevel[];
/** Of a key that other machines can try. */
const KEY_CHARACTERS = 16;
const ACCOUNT = ['TELEGRAM_API_ID', 'TELEGRAM_API_HASH', 'TELEGRAM_SESSION'] as const;

/** What was given, shortened; only for variables that hold no secret. */
const quote = (value: unknown): string => JSON.stringify(String(value).slice(0, 60));

const itemsOf = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const list = v.pipe(v.string(), v.transform(itemsOf));

const port = (name: 'PORT' | 'SANDBOX_CONTROL_PORT') =>
  v.pipe(
    v.string(),
    v.regex(/^\d{1,5}$/, ({ input }) => portProblem(name, input)),
    v.transform(Number),
    v.maxValue(65_535, ({ input }) => portProblem(name, input)),
  );

const onOrOff = (name: 'GRAPHIQL' | 'SANDBOX_VISITORS') =>
  v.picklist(['on', 'off'], ({ input }) => `${name} is ${quote(input)}: use on or off.`);

// A default is what could have been written there: it takes the way of the others through checks and transformations.
const variables = {
  HOST: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^(\[[0-9a-f:.]+\]|[0-9a-z._:-]+)$/i,
        ({ input }) => `HOST is ${quote(input)}: give one address or host name, such as 127.0.0.1.`,
      ),
      v.transform((host) => host.replace(/^\[(.*)\]$/, '$1')),
    ),
    '127.0.0.1',
  ),
  PORT: v.optional(port('PORT'), '4000'),
  SANDBOX_CONTROL_PORT: v.nullish(port('SANDBOX_CONTROL_PORT'), null),
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
  TELEGRAM_SERVER_PUBLIC_KEY: v.nullish(v.string(), null),
  DATA_DIR: v.optional(v.string(), 'data'),
  // No default here: a list without a key is refused.
  GATEWAY_API_KEYS: v.optional(
    v.pipe(
      list,
      v.minLength(1, 'GATEWAY_API_KEYS holds no key: give one or more, separated by commas, or leave it out.'),
      v.everyItem(
        (key) => /^[\x21-\x7e]+$/.test(key),
        'GATEWAY_API_KEYS: a key may only hold printable ASCII without spaces, as it travels in an HTTP header.',
      ),
      v.mapItems(readApiKey),
      v.check(
        (keys) =>
          new Set(keys.map(({ key }) => key)).size === new Set(keys.map(({ name, key }) => `${name}:${key}`)).size,
        'GATEWAY_API_KEYS gives one key two names, or a name once and none once: a key belongs to one client.',
      ),
    ),
  ),
  TRUSTED_PROXIES: v.optional(
    v.pipe(
      list,
      v.rawCheck(({ dataset, addIssue }) => {
        for (const range of dataset.typed ? dataset.value : []) {
          if (!isAddressRange(range)) addIssue({ message: proxyProblem(range) });
        }
      }),
    ),
    '',
  ),
  CORS_ORIGINS: v.optional(
    v.pipe(
      list,
      v.rawCheck(({ dataset, addIssue }) => {
        for (const origin of dataset.typed ? dataset.value : []) {
          const problem = originProblem(origin);
          if (problem !== null) addIssue({ message: problem });
        }
      }),
    ),
    '',
  ),
  OPERATION_CALLS: v.optional(
    v.pipe(
      v.string(),
      v.regex(
        /^[1-9]\d{0,3}$/,
        ({ input }) => `OPERATION_CALLS is ${quote(input)}: give a whole number from 1 to 9999.`,
      ),
      v.transform(Number),
    ),
    '50',
  ),
  GRAPHIQL: v.optional(onOrOff('GRAPHIQL')),
  SANDBOX_VISITORS: v.optional(onOrOff('SANDBOX_VISITORS'), 'on'),
  LOG_LEVEL: v.optional(
    v.pipe(
      v.string(),
      v.toLowerCase(),
      v.picklist(LOG_LEVELS, ({ input }) => `LOG_LEVEL is ${quote(input)}: use one of ${LOG_LEVELS.join(', ')}.`),
    ),
    'info',
  ),
} as const;

/**
 * Reads the configuration out of the variables. Pure. An empty variable counts as not set.
 * @throws {ConfigError} with every problem at once.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given: Record<string, string> = {};
  for (const name of Object.keys(variables)) {
    const value = env[name]?.trim();
    if (value) given[name] = value;
  }
  const parsed = v.safeParse(v.object(variables), given);
  const problems = [...(parsed.issues ?? []).map((issue) => issue.message), ...jointProblems(given)];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);

  const values = parsed.output;
  const { TELEGRAM_API_ID: apiId, TELEGRAM_API_HASH: apiHash, TELEGRAM_SESSION: session } = values;
  const http: HttpConfig = {
    host: values.HOST,
    port: values.PORT,
    apiKeys: Object.freeze(values.GATEWAY_API_KEYS ?? []),
    trustedProxies: Object.freeze(values.TRUSTED_PROXIES),
    corsOrigins: Object.freeze(values.CORS_ORIGINS),
    operationCalls: values.OPERATION_CALLS,
    graphiql: values.GRAPHIQL === undefined ? values.GATEWAY_API_KEYS === undefined : values.GRAPHIQL === 'on',
  };
  const telegram: TelegramConfig | null =
    apiId !== undefined && apiHash !== undefined && session !== undefined
      ? { apiId, apiHash, session, serverPublicKeyPath: values.TELEGRAM_SERVER_PUBLIC_KEY }
      : null;
  return Object.freeze({
    http: guarded(http, { apiKeys: `[${http.apiKeys.length} hidden]` }),
    telegram: telegram && guarded(telegram, { apiHash: '[hidden]', session: '[hidden]' }),
    sandboxControlPort: values.SANDBOX_CONTROL_PORT,
    dataDir: values.DATA_DIR,
    sandboxVisitors: values.SANDBOX_VISITORS === 'on',
    logLevel: values.LOG_LEVEL,
  });
}

/** Rules that look at several variables. */
function jointProblems(given: Readonly<Record<string, string>>): string[] {
  const problems: string[] = [];
  const missing = ACCOUNT.filter((name) => given[name] === undefined);
  if (missing.length > 0 && missing.length < ACCOUNT.length) {
    problems.push(
      `${missing.join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing: an account needs all of ${ACCOUNT.join(', ')}; ` +
        'set none of them to run the sandbox.',
    );
  }
  if (missing.length === 0 && given['SANDBOX_CONTROL_PORT'] !== undefined) {
    problems.push('SANDBOX_CONTROL_PORT is set beside an account: it belongs to the sandbox, which then does not run.');
  }
  const { HOST: host, GATEWAY_API_KEYS: keys } = given;
  if (host === undefined || isLoopback(host)) return problems;
  if (keys === undefined) {
    problems.push(
      `HOST is ${quote(host)}, which other machines can reach, and GATEWAY_API_KEYS is not set: anybody there could act as ` +
        'your Telegram account. Set GATEWAY_API_KEYS, or listen on 127.0.0.1.',
    );
  } else if (itemsOf(keys).some((text) => readApiKey(text).key.length < KEY_CHARACTERS)) {
    problems.push(
      `HOST is ${quote(host)}, which other machines can reach, and GATEWAY_API_KEYS holds a key of fewer than ` +
        `${KEY_CHARACTERS} characters, which can be guessed. Make a long one, as by "openssl rand -hex 32", or listen on 127.0.0.1.`,
    );
  }
  return problems;
}

function portProblem(name: string, input: unknown): string {
  return `${name} is ${quote(input)}: give a whole number from 0 to 65535 (0 takes any free port).`;
}

/** A range of all addresses is none: then every caller could write its own address. */
function isAddressRange(text: string): boolean {
  const [, address = '', prefix] = /^([^/%]+)(?:\/([1-9]\d{0,2}))?$/.exec(text) ?? [];
  const bits = isIP(address) === 6 ? 128 : 32;
  return isIP(address) !== 0 && Number(prefix ?? bits) <= bits;
}

function proxyProblem(range: string): string {
  return `TRUSTED_PROXIES holds ${quote(range)}: give addresses or CIDR ranges, such as 10.0.0.7 or 10.0.0.0/8.`;
}

function originProblem(origin: string): string | null {
  if (origin === '*') {
    return 'CORS_ORIGINS is *: then every page that somebody opens could call this gateway. Name each origin.';
  }
  const problem = `CORS_ORIGINS holds ${quote(origin)}: an origin is scheme://host or scheme://host:port, such as https://app.example.com.`;
  if (!/^[a-z][a-z0-9+.-]*:\/\/[^/?#@\s*]+$/i.test(origin)) return problem;
  const url = URL.parse(origin);
  if (url === null) return problem;
  // Browsers send the origin in lower case and without the scheme's own port; only those schemes have a canonical form here.
  if (url.origin !== 'null' && url.origin !== origin) {
    return `CORS_ORIGINS holds ${quote(origin)}, which browsers write as ${quote(url.origin)}: write it so.`;
  }
  return null;
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

/** Frozen, and with `shown` in place of secrets wherever the value is printed: JSON, logs, `console.log`, assertions. */
function guarded<T extends object>(value: T, shown: { readonly [K in keyof T]?: string }): T {
  const print = () => ({ ...value, ...shown });
  return Object.freeze(
    Object.defineProperties(value, {
      toJSON: { value: print, enumerable: false },
      [inspect.custom]: { value: print, enumerable: false },
    }),
  );
}
