import * as v from 'valibot';
import type { LogLevel } from '../base/log.ts';
import { type AccountsConfig, accountVariables, readAccounts } from './accounts.ts';
import { ConfigError } from './config-error.ts';
import { type DatabaseConfig, databaseProblems, databaseVariables, readDatabase } from './database.ts';
import { type HttpConfig, httpProblems, httpVariables, readHttp } from './http.ts';
import { sandboxProblems, sandboxVariables } from './sandbox.ts';
import { readTelegram, type TelegramConfig, telegramProblems, telegramVariables } from './telegram.ts';
import { type Given, quote } from './values.ts';

export type { AccountsConfig } from './accounts.ts';
export { ConfigError } from './config-error.ts';
export type { DatabaseConfig } from './database.ts';
export type { HttpConfig } from './http.ts';
export type { TelegramConfig } from './telegram.ts';

/** Where the store is, and what seals the sessions in it. */
export interface StoreConfig {
  readonly accounts: AccountsConfig;
  /** The directory of the store; the sandbox keeps nothing. */
  readonly dataDir: string;
  /** Where the store is instead of `dataDir`; `null`: nowhere else. Without effect on the sandbox. */
  readonly database: DatabaseConfig | null;
}

/** Everything the process is told from outside, checked once. Frozen; nothing else reads the environment. */
export interface Config extends StoreConfig {
  readonly http: HttpConfig;
  /** `null`: no account is configured, the sandbox stands in for Telegram. */
  readonly telegram: TelegramConfig | null;
  /** Where the sandbox's faults are driven from, 0 for any free port; `null`: from nowhere. Always `null` with an account. */
  readonly sandboxControlPort: number | null;
  /** Whether people keep knocking at the sandbox's community; without effect when an account is configured. */
  readonly sandboxVisitors: boolean;
  readonly logLevel: LogLevel;
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

// A default is what could have been written there: it takes the way of the others through checks and transformations.
const storeVariables = {
  ...databaseVariables,
  ...accountVariables,
  DATA_DIR: v.optional(v.string(), 'data'),
} as const;
const variables = v.object({
  ...httpVariables,
  ...telegramVariables,
  ...sandboxVariables,
  ...storeVariables,
  LOG_LEVEL: v.optional(
    v.pipe(
      v.string(),
      v.toLowerCase(),
      v.picklist(LOG_LEVELS, ({ input }) => `LOG_LEVEL is ${quote(input)}: use one of ${LOG_LEVELS.join(', ')}.`),
    ),
    'info',
  ),
});

/**
 * Reads the configuration out of the variables. Pure. An empty variable counts as not set.
 * @throws {ConfigError} with every problem at once.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = givenOf(env, variables.entries);
  const parsed = v.safeParse(variables, given);
  const problems = [
    ...(parsed.issues ?? []).map((issue) => issue.message),
    // Of several variables together.
    ...telegramProblems(given),
    ...sandboxProblems(given),
    ...databaseProblems(given),
    ...httpProblems(given),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const values = parsed.output;
  const telegram = readTelegram(values);
  return Object.freeze({
    http: readHttp(values, { sandbox: telegram === null }),
    telegram,
    sandboxControlPort: values.SANDBOX_CONTROL_PORT,
    ...readStore(values),
    sandboxVisitors: values.SANDBOX_VISITORS === 'on',
    logLevel: values.LOG_LEVEL,
  });
}

/** Of the same variables only those of the store, for verbs that need nothing else. Throws as `loadConfig` does. */
export function loadStoreConfig(env: Readonly<Record<string, string | undefined>>): StoreConfig {
  const given = givenOf(env, storeVariables);
  const parsed = v.safeParse(v.object(storeVariables), given);
  const problems = [...(parsed.issues ?? []).map((issue) => issue.message), ...databaseProblems(given)];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return Object.freeze(readStore(parsed.output));
}

function readStore(values: v.InferOutput<v.ObjectSchema<typeof storeVariables, undefined>>): StoreConfig {
  return { accounts: readAccounts(values), dataDir: values.DATA_DIR, database: readDatabase(values) };
}

function givenOf(env: Readonly<Record<string, string | undefined>>, entries: object): Given {
  const given: Record<string, string> = {};
  for (const name of Object.keys(entries)) {
    const value = env[name]?.trim();
    if (value) given[name] = value;
  }
  return given;
}
