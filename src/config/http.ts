import { isIP } from 'node:net';
import * as v from 'valibot';
import { isLoopback } from '../base/loopback.ts';
import { type ApiKey, readApiKey } from './api-key.ts';
import { type Given, guarded, itemsOf, list, onOrOff, port, quote } from './values.ts';

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
  /** Whether pages of every port of this machine may call, too: nobody else reaches the gateway, and the sandbox stands in for Telegram. */
  readonly localOrigins: boolean;
  /** Telegram calls that one operation may cost. */
  readonly operationCalls: number;
  /** Whether GraphiQL's page is served, and then to everybody; by default where no key is needed. */
  readonly graphiql: boolean;
  /** Whether there is a console, and so whether it is built at the start. */
  readonly console: boolean;
}

/** Of a key that other machines can try. */
const KEY_CHARACTERS = 16;

export const httpVariables = {
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
  CONSOLE: v.optional(onOrOff('CONSOLE'), 'on'),
} as const;

export function readHttp(
  values: v.InferOutput<v.ObjectSchema<typeof httpVariables, undefined>>,
  { sandbox }: { readonly sandbox: boolean },
): HttpConfig {
  const apiKeys = Object.freeze(values.GATEWAY_API_KEYS ?? []);
  const http: HttpConfig = {
    host: values.HOST,
    port: values.PORT,
    apiKeys,
    trustedProxies: Object.freeze(values.TRUSTED_PROXIES),
    corsOrigins: Object.freeze(values.CORS_ORIGINS),
    localOrigins: sandbox && isLoopback(values.HOST),
    operationCalls: values.OPERATION_CALLS,
    graphiql: values.GRAPHIQL === undefined ? values.GATEWAY_API_KEYS === undefined : values.GRAPHIQL === 'on',
    console: values.CONSOLE === 'on',
  };
  return guarded(http, { apiKeys: `[${apiKeys.length} hidden]` });
}

/** What is wrong with the address and the keys together. */
export function httpProblems({ HOST: host, GATEWAY_API_KEYS: keys }: Given): string[] {
  if (host === undefined || isLoopback(host)) return [];
  const reachable = `HOST is ${quote(host)}, which other machines can reach, and GATEWAY_API_KEYS`;
  if (keys === undefined) {
    return [
      `${reachable} is not set: anybody there could act as your Telegram account. Set GATEWAY_API_KEYS, or listen on 127.0.0.1.`,
    ];
  }
  if (itemsOf(keys).every((text) => readApiKey(text).key.length >= KEY_CHARACTERS)) return [];
  return [
    `${reachable} holds a key of fewer than ${KEY_CHARACTERS} characters, which can be guessed. ` +
      'Make a long one, as by "openssl rand -hex 32", or listen on 127.0.0.1.',
  ];
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
