import { rename } from 'node:fs/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ask, SCRIPT, signIn, startConsoleGateway } from './support/console.ts';
import { startToyGateway } from './support/toy-gateway.ts';

const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const codeOf = (text: string) => JSON.parse(text).errors[0].extensions.code;
const bootIn = (html: string) => JSON.parse(/id="boot">(.*?)<\/script>/.exec(html)?.[1] ?? 'null');

test.each(['/console', '/console/', '/console/links/me/abc?state=active'])(
  'every route is the page, whose policy has the nonce of this answer: %s',
  async (path) => {
    await using gateway = await startConsoleGateway();
    const answers = [await ask(gateway, path, { headers: BROWSER }), await ask(gateway, path)];
    const nonces = answers.map(({ text }) => /nonce="([^"]+)"/.exec(text)?.[1] ?? '');
    expect(nonces[0]).toMatch(/^[\w+/]{22}==$/);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const { headers, text } = answers[0] ?? {};
    expect(text).not.toMatch(/__NONCE__|__BOOT__/);
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonces[0]}'; img-src 'self' data:; ` +
        "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'clipboard-write=(self)',
    });
  },
);

test('the page is told where it is, and nothing in there ends its script', async () => {
  await using gateway = await startConsoleGateway({ telegram: '</script><script>$&', sandbox: true });
  const { text } = await ask(gateway, '/console');
  expect(text.match(/<\/script>/g)).toHaveLength(1);
  expect(bootIn(text)).toEqual({
    signIn: 'none',
    caller: null,
    graphiql: true,
    telegram: '</script><script>$&',
    sandbox: true,
    secure: true,
  });
});

test('where keys are needed, only who has signed in is told more', async () => {
  const config = { apiKeys: ['web:a-key-0123456789'], graphiql: false };
  await using gateway = await startConsoleGateway({ sandbox: true, config });
  const cookie = await signIn(gateway, 'a-key-0123456789');
  const visit = async (headers: Record<string, string>) => bootIn((await ask(gateway, '/console', { headers })).text);
  const stranger = { signIn: 'needed', caller: null, graphiql: false, telegram: '', sandbox: false, secure: true };
  expect(await visit({})).toEqual(stranger);
  const known = { ...stranger, signIn: 'done', caller: 'web', telegram: 'a toy', sandbox: true };
  expect(await visit({ cookie, 'sec-fetch-site': 'none' })).toEqual(known);
  expect(await visit({ cookie, 'sec-fetch-site': 'same-origin' })).toEqual(known);
  for (const site of ['same-site', 'cross-site'])
    expect(await visit({ cookie, 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate' })).toEqual(stranger);
  expect(await visit({ cookie })).toEqual(stranger);
  expect(await visit({ host: 'gw.example' })).toEqual({ ...stranger, secure: false });
  expect(await visit({ host: 'gw.example', 'sec-fetch-site': 'none' })).toEqual(stranger);
});

test('a hashed file is kept for ever, and sent in the best form that the caller takes', async () => {
  await using gateway = await startConsoleGateway();
  const get = (coding?: string, method = 'GET') =>
    ask(gateway, '/console/assets/app-1a2b.js', { method, headers: coding ? { 'accept-encoding': coding } : {} });
  const [plain, br, gzip, refused] = await Promise.all([get(), get('gzip, deflate, br'), get('gzip'), get('br;q=0')]);
  expect(plain?.headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    vary: expect.stringContaining('Accept-Encoding'),
  });
  expect([plain.text, refused.text]).toEqual([SCRIPT, SCRIPT]);
  expect(br.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(br.bytes).toString()).toBe(SCRIPT);
  expect(gzip.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gzip.bytes).toString()).toBe(SCRIPT);
  expect([plain, refused].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, undefined]);

  const head = await get('br', 'HEAD');
  expect([head.status, head.bytes.length]).toEqual([200, 0]);
  expect(head.headers['content-length']).toBe(String(br.bytes.length));
});

test('a file without compressed forms is sent as it is; one whose name tells no content is asked for again', async () => {
  await using gateway = await startConsoleGateway();
  const css = await ask(gateway, '/console/assets/app-1a2b.css', { headers: { 'accept-encoding': 'br, gzip' } });
  expect([css.text, css.headers['content-encoding']]).toEqual(['a{}', undefined]);
  const icon = await ask(gateway, '/console/icon.svg');
  expect(icon.headers).toMatchObject({ 'content-type': 'image/svg+xml', 'cache-control': 'no-cache' });
});

test.each([
  '/console/assets/none.js',
  '/console/assets/../../../package.json',
  '/console/assets/..%2f..%2fsecret.txt',
  '/console/assets/%2e%2e/secret.txt',
  '/console/secret.txt',
  '/console/.stamp',
  '/console/index.html',
  '/console//etc/passwd',
  '/console/..%5csecret.txt',
])('no path leads to another file: %s', async (path) => {
  await using gateway = await startConsoleGateway();
  const answer = await ask(gateway, path);
  expect(answer.text).not.toMatch(/secret$|stamp$|root:|"version"/);
  // A path that is no file's is a route of the page's own, where it stays below the console.
  if (answer.status === 200) expect(answer.headers['content-security-policy']).toContain('nonce-');
  else expect([answer.status, codeOf(answer.text)]).toEqual([404, 'NOT_FOUND']);
});

test('nothing but GET and HEAD', async () => {
  await using gateway = await startConsoleGateway();
  for (const path of ['/console', '/console/assets/app-1a2b.js', '/examples']) {
    const answer = await ask(gateway, path, { method: 'PUT' });
    expect([answer.status, answer.headers['allow'], codeOf(answer.text)]).toEqual([
      405,
      'GET, HEAD',
      'METHOD_NOT_ALLOWED',
    ]);
  }
  const session = await ask(gateway, '/console/session');
  expect([session.status, session.headers['allow']]).toEqual([405, 'POST, DELETE']);
});

test('without keys only a loopback name opens it', async () => {
  await using gateway = await startConsoleGateway();
  for (const path of ['/console', '/console/session', '/examples']) {
    const answer = await ask(gateway, path, { headers: { host: 'rebound.example' } });
    expect([answer.status, codeOf(answer.text)]).toEqual([403, 'FORBIDDEN_HOST']);
  }
});

test('a browser at the door is sent to the console, which the page of examples leads to; programs see no change', async () => {
  await using gateway = await startConsoleGateway();
  const door = await ask(gateway, '/', { headers: BROWSER });
  expect([door.status, door.headers['location']]).toEqual([302, '/console']);
  expect([(await ask(gateway, '/')).status, (await ask(gateway, '/', { method: 'POST' })).status]).toEqual([404, 404]);
  const examples = await ask(gateway, '/examples', { headers: BROWSER });
  expect(examples.status).toBe(200);
  expect(examples.text).toContain('href="/console"');
});

test('not built: the door is the page of examples, and both say how to build', async () => {
  await using gateway = await startToyGateway();
  const door = await ask(gateway, '/', { headers: BROWSER });
  expect(door.status).toBe(200);
  expect(door.text).toContain('npm run build:console');
  expect(door.text).not.toContain('href="/console"');
  const answer = await ask(gateway, '/console', { headers: BROWSER });
  expect([answer.status, codeOf(answer.text)]).toEqual([404, 'CONSOLE_OFF']);
  expect(answer.text).toContain('npm run build:console');
});

test('CONSOLE=off: no console, and nothing leads there', async () => {
  await using gateway = await startConsoleGateway({ config: { console: false } });
  const door = await ask(gateway, '/', { headers: BROWSER });
  expect([door.status, door.text.includes('console')]).toEqual([200, false]);
  const answer = await ask(gateway, '/console');
  expect([answer.status, codeOf(answer.text)]).toEqual([404, 'CONSOLE_OFF']);
  expect(answer.text).toContain('CONSOLE=off');
  const off = { apiKeys: ['a-key-0123456789'], console: false };
  await using withKeys = await startConsoleGateway({ config: off });
  await expect(signIn(withKeys, 'a-key-0123456789')).rejects.toThrow('404');
});

test('who asks while it is being built waits, and nothing else does', async () => {
  const { promise: consoleDir, resolve } = Promise.withResolvers<URL | null>();
  await using built = await startConsoleGateway();
  await using gateway = await startToyGateway({ consoleDir });
  const waiting = [ask(gateway, '/console'), ask(gateway, '/', { headers: BROWSER })];
  expect((await ask(gateway, '/healthz')).status).toBe(200);
  resolve(built.directory);
  expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 302]);
});

test('files that are gone are told in the log, and read again when they are back', async () => {
  await using gateway = await startConsoleGateway();
  const moved = new URL(`${gateway.directory.href.slice(0, -1)}-moved/`);
  await rename(gateway.directory, moved);
  expect((await ask(gateway, '/console')).status).toBe(404);
  expect(gateway.logText()).toContain('the built console cannot be read');
  await rename(moved, gateway.directory);
  expect((await ask(gateway, '/console')).status).toBe(200);
});
