import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ConfigError, loadConfig, loadStoreConfig } from '../../src/config/index.ts';

const KEY = Buffer.alloc(256, 7);
const port = (value: number) => Buffer.from([value >> 8, value & 0xff]);
const session = (...parts: Buffer[]) => `1${Buffer.concat(parts).toString('base64')}`;
const gramjs = (address: string, onPort = 443) =>
  session(Buffer.from([2]), port(address.length), Buffer.from(address), port(onPort), KEY);

const LONG_KEY = '0123456789abcdef';
const HASH = '0123456789abcdef0123456789abcdef';
const ACCOUNT = { TELEGRAM_API_ID: '12345', TELEGRAM_API_HASH: HASH, TELEGRAM_SESSION: gramjs('149.154.167.91') };

function problemsOf(env: Record<string, string | undefined>): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

test("the port for the sandbox's faults arrives, 0 for any free one", () => {
  expect(loadConfig({ SANDBOX_CONTROL_PORT: '0' }).sandboxControlPort).toBe(0);
});

test('an empty environment is the sandbox on 127.0.0.1:4000', () => {
  expect(loadConfig({})).toEqual({
    http: {
      host: '127.0.0.1',
      port: 4000,
      apiKeys: [],
      trustedProxies: [],
      corsOrigins: [],
      localOrigins: true,
      operationCalls: 50,
      graphiql: true,
      console: true,
    },
    telegram: null,
    sandboxControlPort: null,
    accounts: { sessionKeys: [], defaultAccount: null },
    dataDir: 'data',
    database: null,
    sandboxVisitors: true,
    logLevel: 'info',
  });
});

test('every variable arrives', () => {
  const config = loadConfig({
    ...ACCOUNT,
    HOST: '0.0.0.0',
    PORT: '8080',
    TELEGRAM_SERVER: '127.0.0.1:20443',
    TELEGRAM_SERVER_PUBLIC_KEY: 'server.pem',
    DATA_DIR: '/var/lib/gateway',
    DATABASE_URL: 'postgres://me:geheim@db/gateway',
    DATABASE_POOL_SIZE: '4',
    SESSION_KEYS: `new:${Buffer.alloc(32, 7).toString('base64')}, 2025:${Buffer.alloc(32, 8).toString('base64url')}`,
    DEFAULT_ACCOUNT: 'support',
    GATEWAY_API_KEYS: 'one-0123456789ab, web-2:two-0123456789ab ,',
    TRUSTED_PROXIES: '10.0.0.7, 192.168.0.0/16,fd00::/8',
    CORS_ORIGINS: 'https://app.example.com,http://localhost:3000',
    OPERATION_CALLS: '200',
    CONSOLE: 'off',
    SANDBOX_VISITORS: 'off',
    LOG_LEVEL: 'DEBUG',
    PATH: '/usr/bin',
  });
  expect(config).toEqual({
    http: {
      host: '0.0.0.0',
      port: 8080,
      apiKeys: [
        { name: null, key: 'one-0123456789ab' },
        { name: 'web-2', key: 'two-0123456789ab' },
      ],
      trustedProxies: ['10.0.0.7', '192.168.0.0/16', 'fd00::/8'],
      corsOrigins: ['https://app.example.com', 'http://localhost:3000'],
      localOrigins: false,
      operationCalls: 200,
      graphiql: false,
      console: false,
    },
    telegram: {
      apiId: 12345,
      apiHash: HASH,
      session: ACCOUNT.TELEGRAM_SESSION,
      server: { host: '127.0.0.1', port: 20_443, dc: 2 },
      serverPublicKeyPath: 'server.pem',
    },
    sandboxControlPort: null,
    accounts: {
      sessionKeys: [
        { id: 'new', key: Buffer.alloc(32, 7) },
        { id: '2025', key: Buffer.alloc(32, 8) },
      ],
      defaultAccount: 'support',
    },
    dataDir: '/var/lib/gateway',
    database: {
      url: 'postgres://me:geheim@db/gateway',
      directUrl: 'postgres://me:geheim@db/gateway',
      poolSize: 4,
    },
    sandboxVisitors: false,
    logLevel: 'debug',
  });
});

test.each([
  [{}, true],
  [{ GRAPHIQL: 'off' }, false],
  [{ GATEWAY_API_KEYS: 'key' }, false],
  [{ GATEWAY_API_KEYS: 'key', GRAPHIQL: 'on' }, true],
])('GraphiQL is on where no key is needed, or as GRAPHIQL says: %j', (env, isOn) => {
  expect(loadConfig(env).http.graphiql).toBe(isOn);
});

test('an empty or blank variable counts as not set', () => {
  const env = { HOST: '', PORT: ' ', TELEGRAM_API_ID: '', TELEGRAM_SESSION: '', GATEWAY_API_KEYS: '', LOG_LEVEL: '' };
  expect(loadConfig(env)).toEqual(loadConfig({}));
});

test.each([
  ['web:secret', { name: 'web', key: 'secret' }],
  ['web:secret:er', { name: 'web', key: 'secret:er' }],
  ['Web:secret', { name: null, key: 'Web:secret' }],
  [`${'w'.repeat(33)}:secret`, { name: null, key: `${'w'.repeat(33)}:secret` }],
  [':secret', { name: null, key: ':secret' }],
  ['web:', { name: null, key: 'web:' }],
])('a key with a name, or without one: %s', (text, key) => {
  expect(loadConfig({ GATEWAY_API_KEYS: text }).http.apiKeys).toEqual([key]);
});

test('two keys of one name stand beside each other, and this machine alone may have short ones', () => {
  const { apiKeys } = loadConfig({ HOST: '127.0.0.1', GATEWAY_API_KEYS: 'web:old,web:new' }).http;
  expect(apiKeys.map(({ name }) => name)).toEqual(['web', 'web']);
});

test('the configuration is frozen, all of it', () => {
  const config = loadConfig({ ...ACCOUNT, GATEWAY_API_KEYS: 'key' });
  for (const part of [config, config.http, config.http.apiKeys, config.http.corsOrigins, config.telegram]) {
    expect(Object.isFrozen(part)).toBe(true);
  }
});

test('no secret appears when the configuration is printed', () => {
  const SESSION_KEYS = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
  const config = loadConfig({ ...ACCOUNT, GATEWAY_API_KEYS: 'the-gateway-key', SESSION_KEYS });
  for (const printed of [JSON.stringify(config), inspect(config, { depth: 9, showHidden: true }), String(config)]) {
    expect(printed).not.toMatch(/the-gateway-key|0123456789abcdef|BwcHBwcH|7,\s*7,|07 07/);
  }
  expect(JSON.parse(JSON.stringify(config))).toMatchObject({
    http: { port: 4000 },
    telegram: { apiId: 12345, session: '[hidden]' },
  });
});

describe('what cannot be used is refused in one sentence', () => {
  test.each<[Record<string, string>, RegExp]>([
    [{ PORT: '65536' }, /^PORT is "65536": give a whole number from 0 to 65535/],
    [{ PORT: '-1' }, /^PORT is "-1"/],
    [{ PORT: '80.5' }, /^PORT is "80\.5"/],
    [{ PORT: 'http' }, /^PORT is "http"/],
    [{ PORT: '0x50' }, /^PORT is "0x50"/],
    [{ SANDBOX_CONTROL_PORT: '65536' }, /^SANDBOX_CONTROL_PORT is "65536": give a whole number/],
    [{ ...ACCOUNT, SANDBOX_CONTROL_PORT: '20480' }, /^SANDBOX_CONTROL_PORT is set beside an account/],
    [{ HOST: 'http://x', GATEWAY_API_KEYS: LONG_KEY }, /^HOST is "http:\/\/x"/],
    [{ HOST: 'two words', GATEWAY_API_KEYS: LONG_KEY }, /^HOST is "two words"/],
    [{ HOST: '0.0.0.0' }, /^HOST is "0\.0\.0\.0", which other machines can reach, and GATEWAY_API_KEYS is not set/],
    [{ HOST: '::' }, /GATEWAY_API_KEYS is not set/],
    [{ HOST: '192.168.1.2' }, /GATEWAY_API_KEYS is not set/],
    [{ HOST: 'gateway.example.com' }, /GATEWAY_API_KEYS is not set/],
    [{ GATEWAY_API_KEYS: ',' }, /^GATEWAY_API_KEYS holds no key/],
    [{ GATEWAY_API_KEYS: 'web:secret,app:secret' }, /^GATEWAY_API_KEYS gives one key two names/],
    [{ GATEWAY_API_KEYS: 'web:secret,secret' }, /^GATEWAY_API_KEYS gives one key two names/],
    [
      { HOST: '0.0.0.0', GATEWAY_API_KEYS: `${LONG_KEY},${LONG_KEY.slice(1)}` },
      /a key of fewer than 16 characters.*rand -hex/,
    ],
    [
      { HOST: '::', GATEWAY_API_KEYS: `long-name-of-the-key:${LONG_KEY.slice(1)}` },
      /a key of fewer than 16 characters/,
    ],
    [{ TRUSTED_PROXIES: 'proxy.example.com' }, /^TRUSTED_PROXIES holds "proxy\.example\.com": give addresses or CIDR/],
    [{ TRUSTED_PROXIES: '10.0.0.0/33' }, /^TRUSTED_PROXIES holds "10\.0\.0\.0\/33"/],
    [{ TRUSTED_PROXIES: '10.0.0.0/' }, /^TRUSTED_PROXIES holds "10\.0\.0\.0\/"/],
    [{ TRUSTED_PROXIES: '0.0.0.0/0' }, /^TRUSTED_PROXIES holds "0\.0\.0\.0\/0"/],
    [{ TRUSTED_PROXIES: 'fe80::1%eth0' }, /^TRUSTED_PROXIES holds "fe80::1%eth0"/],
    [{ GATEWAY_API_KEYS: 'two words' }, /^GATEWAY_API_KEYS: a key may only hold printable ASCII/],
    [{ CORS_ORIGINS: '*' }, /^CORS_ORIGINS is \*: then every page/],
    [{ CORS_ORIGINS: 'example.com' }, /^CORS_ORIGINS holds "example\.com"/],
    [{ CORS_ORIGINS: 'https://example.com/' }, /^CORS_ORIGINS holds/],
    [{ CORS_ORIGINS: 'https://*.example.com' }, /^CORS_ORIGINS holds/],
    [{ CORS_ORIGINS: 'null' }, /^CORS_ORIGINS holds "null"/],
    [{ CORS_ORIGINS: 'https://Example.com:443' }, /which browsers write as "https:\/\/example\.com"/],
    [
      { DATABASE_URL: 'mysql://db/geheim' },
      /^DATABASE_URL is not the address of a PostgreSQL: write postgres:(?!.*geheim)/,
    ],
    [{ DATABASE_URL: 'postgres://me:ge#heim@db/x' }, /^DATABASE_URL is not the address(?!.*heim)/],
    [{ DATABASE_URL: 'postgres://db/x', DATABASE_POOL_SIZE: '0' }, /^DATABASE_POOL_SIZE is "0"/],
    [{ DATABASE_DIRECT_URL: 'postgres://db/x' }, /^DATABASE_DIRECT_URL without DATABASE_URL/],
    [{ CONSOLE: 'yes' }, /^CONSOLE is "yes": use on or off\.$/],
    [{ SESSION_KEYS: 'k1:geheim' }, /^SESSION_KEYS holds what is no ID:KEY(?!.*geheim)/],
    [{ SESSION_KEYS: ',' }, /^SESSION_KEYS holds no key\.$/],
    [
      { DEFAULT_ACCOUNT: 'Support' },
      /^DEFAULT_ACCOUNT is "Support": the name of an account is 1 to 32 of a-z, 0-9 and -\.$/,
    ],
    [{ GRAPHIQL: 'yes' }, /^GRAPHIQL is "yes": use on or off\.$/],
    [{ SANDBOX_VISITORS: 'yes' }, /^SANDBOX_VISITORS is "yes": use on or off\.$/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud": use one of fatal, error, warn, info, debug, trace, silent\.$/],
    [{ ...ACCOUNT, TELEGRAM_API_ID: 'twelve' }, /^TELEGRAM_API_ID is not a number/],
    [{ ...ACCOUNT, TELEGRAM_API_ID: '0' }, /^TELEGRAM_API_ID is not a number/],
    [{ ...ACCOUNT, TELEGRAM_API_ID: '9999999999' }, /^TELEGRAM_API_ID is too large/],
    [{ ...ACCOUNT, TELEGRAM_API_HASH: 'a b' }, /^TELEGRAM_API_HASH holds spaces/],
    [
      { ...ACCOUNT, TELEGRAM_API_HASH: '' },
      /^TELEGRAM_API_HASH is missing: real Telegram needs TELEGRAM_API_ID and TELEGRAM_API_HASH/,
    ],
    [{ TELEGRAM_API_HASH: HASH }, /^TELEGRAM_API_ID is missing/],
    [{ TELEGRAM_API_ID: '1' }, /^TELEGRAM_API_HASH is missing/],
    [{ ...ACCOUNT, TELEGRAM_SERVER: 'nowhere' }, /^TELEGRAM_SERVER is not HOST:PORT/],
    [{ ...ACCOUNT, TELEGRAM_SERVER: '127.0.0.1:0' }, /^TELEGRAM_SERVER has no port/],
    [{ ...ACCOUNT, TELEGRAM_API_ID: '', TELEGRAM_API_HASH: '' }, /^TELEGRAM_API_ID and TELEGRAM_API_HASH are missing/],
  ])('%j', (env, problem) => {
    expect(problemsOf(env)).toEqual([expect.stringMatching(problem)]);
  });
});

test('a verb that needs the store alone takes what else the environment holds as it is', () => {
  const config = loadStoreConfig({ TELEGRAM_API_ID: '1', PORT: 'x', DATA_DIR: 'here' });
  expect(config).toEqual({
    accounts: { sessionKeys: [], defaultAccount: null },
    dataDir: 'here',
    database: null,
  });
  expect(() => loadStoreConfig({ SESSION_KEYS: 'x', DATABASE_DIRECT_URL: 'postgres://db/x' })).toThrow(
    /has 2 problems/,
  );
});

test('all problems are told at once, in one message', () => {
  const env = { PORT: 'x', LOG_LEVEL: 'x', HOST: '0.0.0.0', CORS_ORIGINS: '*,nonsense', TELEGRAM_SESSION: 'x' };
  const problems = problemsOf(env);
  expect(problems).toHaveLength(7);
  expect(() => loadConfig(env)).toThrow(/^The configuration has 7 problems:\n {2}- /);
});

test.each(['127.0.0.1', '127.9.9.9', '::1', '[::1]', 'localhost', 'LOCALHOST', '0:0:0:0:0:0:0:1', '::ffff:127.0.0.1'])(
  'a loopback host needs no key: %s',
  (host) => {
    expect(problemsOf({ HOST: host })).toEqual([]);
  },
);

describe('TELEGRAM_SESSION', () => {
  test.each([
    ['GramJS, production address', gramjs('149.154.167.91')],
    ['GramJS, loopback and a port of its own', gramjs('127.0.0.1', 20_443)],
    ['GramJS, a host name', gramjs('telegram.internal.example')],
    ['GramJS, IPv6 in words', gramjs('2001:67c:4e8:f002::a')],
    ['Telethon, IPv4', session(Buffer.from([2, 149, 154, 167, 51]), port(443), KEY)],
    ['Telethon, IPv6', session(Buffer.from([2, 0x20, 1, 6, 0x7c, ...Array(12).fill(0)]), port(443), KEY)],
    ['URL-safe base64, as Telethon writes it', gramjs('1.2.3.4').replaceAll('+', '-').replaceAll('/', '_')],
  ])('is taken: %s', (_, value) => {
    expect(loadConfig({ ...ACCOUNT, TELEGRAM_SESSION: value }).telegram?.session).toBe(value);
  });

  test.each([
    ['a word', 'swordfish'],
    ['the beginning only', gramjs('149.154.167.91').slice(0, 200)],
    ['the last characters missing', gramjs('149.154.167.91').slice(0, -8)],
    ['another version', `2${gramjs('149.154.167.91').slice(1)}`],
    ['without its version', gramjs('149.154.167.91').slice(1)],
    ['with a space inside', `${gramjs('149.154.167.91').slice(0, 100)} ${gramjs('149.154.167.91').slice(100)}`],
    ['twice', gramjs('149.154.167.91').repeat(2)],
    ['port 0', gramjs('149.154.167.91', 0)],
    ['data centre 0', session(Buffer.from([0]), port(7), Buffer.from('1.2.3.4'), port(443), KEY)],
    ['a bot token', '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'],
  ])('is refused, and never repeated: %s', (_, value) => {
    const problems = problemsOf({ ...ACCOUNT, TELEGRAM_SESSION: value });
    expect(problems).toEqual([expect.stringMatching(/^TELEGRAM_SESSION is not a string session .* `npm run login`/)]);
    expect(problems[0]).not.toContain(value.slice(0, 12));
  });
});
