import { describe, expect, test } from 'vitest';
import { createOrigins } from '../../src/http/request/origins.ts';

const LISTED = 'https://app.example.com';

/** The rule, and a question to it: the refusal's sentence for a page of `origin`, `null` when it may call. */
function setUp(localOrigins: boolean) {
  const lines: string[] = [];
  const origins = createOrigins(
    { corsOrigins: [LISTED], localOrigins },
    { warn: (line: unknown) => void lines.push(String(line)) },
  );
  const ask = (origin: string | undefined, headers: Readonly<Record<string, string>> = { host: '127.0.0.1:4000' }) =>
    origins.refusal((name) => (name === 'origin' ? origin : headers[name]))?.message ?? null;
  return { lines, ask, origins };
}

const LOCAL = ['http://localhost:5173', 'http://localhost', 'http://127.0.0.1:3000', 'http://[::1]:8080'];

test.each(LOCAL)('%s is a page of this machine, allowed only where such pages are', (origin) => {
  expect(setUp(true).ask(origin)).toBeNull();
  expect(setUp(false).ask(origin)).toBe(`Origin ${origin} is not allowed; set CORS_ORIGINS`);
});

test.each([
  'http://localhost.evil.com',
  'http://localhost.evil.com:5173',
  'http://localhost:5173@evil',
  'http://localhost:5173@evil.com:80',
  'http://evil.com#http://localhost:5173',
  'http://evil.com/http://localhost',
  'http://evillocalhost',
  'http://127.0.0.1.evil.com',
  'http://127.0.0.1.nip.io:5173',
  'http://127.1:5173',
  'http://2130706433',
  'http://10.0.0.1:5173',
  'http://[::1].evil.com',
  'http://localhost:',
  'http://localhost:123456',
  'http://localhost:65536',
  'http://localhost:0',
  'http://localhost:080',
  'http://localhost:5173/',
  'http://localhost:5173\n',
  'http://LOCALHOST:5173',
  'https://localhost:5173',
  'HTTP://localhost:5173',
  ' http://localhost:5173',
  'http://user@localhost:5173',
  'file://localhost',
  'localhost:5173',
  'localhost',
  '',
  'null',
])('%j is no page of this machine', (origin) => {
  const { ask, origins } = setUp(true);
  expect(origins.allows(origin)).toBe(false);
  expect(ask(origin)).toMatch(/ is not allowed; /);
});

test('what no page has sent is nobody’s page, and a listed one may call', () => {
  for (const local of [true, false]) {
    expect(setUp(local).ask(undefined)).toBeNull();
    expect(setUp(local).ask(LISTED)).toBeNull();
    expect(setUp(local).ask(`${LISTED}.evil.example`)).toContain('not allowed');
  }
});

describe('the gateway’s own page', () => {
  test.each([
    ['http://gateway.lan:4000', { host: 'gateway.lan:4000' }],
    ['http://127.0.0.1:4000', { host: '127.0.0.1:4000' }],
    ['http://[::1]:4000', { host: '[::1]:4000' }],
    ['http://gateway.lan:4000', { host: 'Gateway.LAN:4000' }],
    ['https://gateway.example.com', { host: 'gateway.example.com' }],
    // The proxy in front has sent its own name on.
    ['https://gateway.example.com', { host: '127.0.0.1:4000', 'sec-fetch-site': 'same-origin' }],
  ])('%s with %j may call', (origin, headers) => {
    expect(setUp(false).ask(origin, headers)).toBeNull();
  });

  test.each<[string, Record<string, string>]>([
    ['http://gateway.lan:4001', { host: 'gateway.lan:4000' }],
    ['http://localhost:5173', { host: 'localhost:4000', 'sec-fetch-site': 'same-site' }],
    ['https://evil.example', { host: '127.0.0.1:4000', 'sec-fetch-site': 'cross-site' }],
    ['null', {}],
    ['file://', { host: '' }],
    ['http://', { host: '' }],
    ...['https', 'ftp', 'javascript', 'capacitor'].map((scheme): [string, Record<string, string>] => [
      `${scheme}://127.0.0.1:4000`,
      { host: '127.0.0.1:4000' },
    ]),
    ['https://localhost', { host: 'localhost' }],
    ['https://[::1]:4000', { host: '[::1]:4000' }],
    ['capacitor://gateway.lan', { host: 'gateway.lan' }],
    ['http://user:word@127.0.0.1:4000', { host: '127.0.0.1:4000' }],
    ['http://127.0.0.1.:4000', { host: '127.0.0.1:4000' }],
    ['http://0x7f.1:4000', { host: '127.0.0.1:4000' }],
    ['http://127.0.0.1:4000/', { host: '127.0.0.1:4000' }],
    ['http://127.0.0.1:04000', { host: '127.0.0.1:4000' }],
  ])('is not %s with %j', (origin, headers) => {
    expect(setUp(false).ask(origin, headers)).toContain('not allowed');
  });
});

test.each([
  ['a page of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' }, false],
  ['a page of another site that tells no mode', { 'sec-fetch-site': 'cross-site' }, false],
  ['somebody who follows a link', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, true],
  ['somebody who types the address', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }, true],
  ['the gateway’s own page', { 'sec-fetch-site': 'same-origin' }, true],
])('without an Origin, %s with %j may call: %s', (_, headers, mayCall) => {
  const message = setUp(true).ask(undefined, { host: '127.0.0.1:4000', ...headers });
  expect(message).toBe(mayCall ? null : 'A page of another site that sends no Origin is not allowed; set CORS_ORIGINS');
});

describe('the log', () => {
  test('has one line for an origin, however often it asks', () => {
    const { ask, lines } = setUp(false);
    for (const origin of [
      'http://localhost:5173',
      'http://localhost:5173',
      'https://evil.example',
      'http://localhost:5173',
    ])
      ask(origin);
    expect(lines).toEqual([
      'Origin http://localhost:5173 is not allowed; set CORS_ORIGINS',
      'Origin https://evil.example is not allowed; set CORS_ORIGINS',
    ]);
  });

  test('names a hundred origins at the most, and answers go on', () => {
    const { ask, lines } = setUp(false);
    for (let port = 1; port <= 500; port += 1) {
      expect(ask(`http://evil.example:${port}`)).toBe(
        `Origin http://evil.example:${port} is not allowed; set CORS_ORIGINS`,
      );
    }
    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toBe('Further origins are not named.');
  });

  test('repeats of an origin what is printable, and not all of a long one', () => {
    const { ask } = setUp(false);
    expect(ask('http://a\u001b[31m\r\nb\u00e9.example')).toBe(
      'Origin http://a?[31m??b?.example is not allowed; set CORS_ORIGINS',
    );
    expect(ask(`http://${'a'.repeat(10_000)}`)).toBe(
      `Origin http://${'a'.repeat(93)}... is not allowed; set CORS_ORIGINS`,
    );
  });

  test('says of a page without an origin what to do first', () => {
    expect(setUp(false).ask('null')).toBe('Origin null is not allowed; serve the page over HTTP and set CORS_ORIGINS');
  });
});
