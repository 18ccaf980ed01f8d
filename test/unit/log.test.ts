import { expect, test } from 'vitest';
import { createLogger, scrub } from '../../src/base/log.ts';

const SESSION = `1${'BQAWTE0OS4x'.repeat(34)}`;
const HASH = '0123456789abcdef0123456789ABCDEF';
const TOKEN = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw';

/** A logger and the lines it wrote. */
function capture(pretty = false) {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return { log: createLogger({ level: 'debug', destination, pretty }), lines };
}

test.each([
  [`session ${SESSION} end`, 'session [session] end'],
  [`api_hash=${HASH}.`, 'api_hash=[hash].'],
  [HASH, '[hash]'],
  [`x${HASH}0x${HASH}`, 'x[hash]x[hash]'],
  [`${'0'.repeat(31)}g${HASH.repeat(4)}`, `${'0'.repeat(31)}g[hash]`],
  [`t.me/+${HASH}`, 't.me/+[hash]'],
  [HASH.repeat(16), '[session]'],
  ['https://t.me/+AbCdEfGh_-12', 'https://t.me/+AbCd…'],
  ['t.me/joinchat/AAAAAEkk2WdoDrB4-Q8-gg?x=1', 't.me/joinchat/AAAA…?x=1'],
  ['https://telegram.me/+AbCdEfGh', 'https://telegram.me/+AbCd…'],
  ['tg://join?invite=AbCdEfGh&x', 'tg://join?invite=AbCd…&x'],
  ['authorization: Bearer top-secret-key', 'authorization: Bearer […]'],
  [`getMe of ${TOKEN} failed`, 'getMe of [bot token] failed'],
  ['sent a code to +9996620001', 'sent a code to [phone]'],
])('a secret in a text is taken out: %s', (text, scrubbed) => {
  expect(scrub(text)).toBe(scrubbed);
});

test.each([
  'https://t.me/sandbox_community',
  '550e8400-e29b-41d4-a716-446655440000',
  '2026-11-22T12:00:00.000+00:00',
  `${'0'.repeat(31)} ${'f'.repeat(31)}`,
  'CHAT_ADMIN_REQUIRED (caused by messages.ExportChatInvite)',
  'at file:///app/src/http/server.ts:12:34',
  '{"requestId":"4bf92f3577b34da6a3ce929d0e0e4736"}',
])('what is no secret stays: %s', (text) => {
  expect(scrub(text)).toBe(text);
});

test('secrets disappear from messages, fields, nested fields and errors alike', () => {
  const { log, lines } = capture();
  const error = new Error(`cannot use ${SESSION}`, { cause: new TypeError(`nor ${TOKEN}`) });
  Object.assign(error, { request: { key: 'raw key material' } });
  log
    .child({ requestId: 'r1' })
    .error({ err: error, session: 'short', account: { apiHash: 'x' }, note: HASH }, `oh ${HASH}`);
  const [line = ''] = lines;
  expect(line).not.toMatch(/BQAWTE0|AAHdq|raw key|short|0123456789/);
  expect(JSON.parse(line)).toMatchObject({
    level: 'error',
    requestId: 'r1',
    session: '[redacted]',
    account: { apiHash: '[redacted]' },
    note: '[hash]',
    msg: 'oh [hash]',
    err: { type: 'Error', message: 'cannot use [session]', cause: { type: 'TypeError', message: 'nor [bot token]' } },
  });
});

test('secrets disappear from what a child carries, from what was thrown without being an error, and from errors by other names', () => {
  const { log, lines } = capture();
  const fields = { err: { session: 'short' }, reason: Object.assign(new Error('no'), { password: 'short' }) };
  log.child({ phoneCode: 'short' }).warn(fields, 'failed');
  expect(lines.join('')).not.toMatch(/short/);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ phoneCode: '[redacted]' });
  expect(fields.err.session).toBe('short');
});

test.each(['session', 'apiHash', 'authorization', 'cookie', 'password', 'phoneCode', 'botToken', 'apiKeys'])(
  'a field that is called %s is redacted at the top, one level down, and in what a child carries',
  (name) => {
    const { log, lines } = capture();
    log.child({ [name]: 'short' }).info({ request: { [name]: ['short'], other: 1 } }, 'asked');
    log.info({ [name]: 'short' }, 'asked');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { [name]: '[redacted]', request: { [name]: '[redacted]', other: 1 } },
      { [name]: '[redacted]' },
    ]);
    expect(lines.join('')).not.toContain('short');
  },
);

test('a line that cannot be written throws nothing, whether the device fails or the fields do', () => {
  const failing = createLogger({
    level: 'info',
    destination: {
      write() {
        throw new Error('ENOSPC');
      },
    },
  });
  failing.child({ requestId: 'r1' }).info({ ms: 1 }, 'operation');
  const { log, lines } = capture();
  const fields = {
    get broken(): string {
      throw new Error('no');
    },
  };
  log.info(fields, 'lost');
  log.info('next');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['next']);
});

test('an error keeps its stack and its code, and nothing else that hangs on it', () => {
  const { log, lines } = capture();
  log.error({ err: Object.assign(new Error('no'), { code: 'ECONNRESET', sender: {} }) }, 'failed');
  expect(JSON.parse(lines[0] ?? '').err).toEqual({
    type: 'Error',
    message: 'no',
    code: 'ECONNRESET',
    stack: expect.stringContaining('log.test.ts'),
  });
});

test('an error that is its own cause is logged', () => {
  const { log, lines } = capture();
  const error = new Error('round');
  error.cause = error;
  log.error({ err: error }, 'failed');
  expect(lines).toHaveLength(1);
});

test('lines for a terminal are scrubbed as well', () => {
  const { log, lines } = capture(true);
  log.info({ link: 'https://t.me/+AbCdEfGh' }, `hello ${TOKEN}`);
  expect(lines.join('')).toMatch(/INFO.*hello \[bot token\].*t\.me\/\+AbCd…/);
});

test('levels below the chosen one are silent', () => {
  const { log, lines } = capture();
  log.trace('not this');
  log.debug('this');
  expect(lines).toHaveLength(1);
});
