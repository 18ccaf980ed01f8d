import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadExamples } from '../../src/http/examples.ts';
import { codes, post, read } from './support/post.ts';
import { startToyGateway, type ToyGateway } from './support/toy-gateway.ts';

const TABS = [
  { title: 'Hello', about: '', query: '# The first tab\nquery Hello { hello }\n' },
  {
    title: 'Echo',
    about: '',
    query: 'query Echo($text: String!) { echo(text: $text) } # </script>',
    variables: '{ "text": "</script>" }',
  },
];

// The page takes a second to build, so these tests share a gateway.
let gateway: ToyGateway;
beforeAll(async () => {
  gateway = await startToyGateway({ examples: TABS });
});
afterAll(() => gateway.close());

const getPage = (headers: Record<string, string> = {}) =>
  fetch(gateway.url, { headers: { accept: 'text/html', 'accept-encoding': 'gzip', ...headers } });

test('a browser gets the page', async () => {
  const page = await getPage();
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect((await page.text()).startsWith('<!doctype html>')).toBe(true);
});

test('the page loads nothing from elsewhere, and its policy would not let it', async () => {
  const page = await getPage();
  const html = await page.text();
  const head = html.slice(0, html.indexOf('<style>'));
  const tail = html.slice(html.lastIndexOf('</script>'));
  expect(head + tail).not.toMatch(/(?:src|href)=["'](?!data:)/);
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
});

test('the tabs stand in the page, comments and all, and cannot end its script', async () => {
  const html = await (await getPage()).text();
  expect(html).toContain(JSON.stringify(TABS[0]?.query));
  expect(html).toContain('# \\u003c/script>');
  expect(html.match(/<\/script>/g)?.length).toBe(2);
});

test.each([
  ['gzip', promisify(gunzip)],
  ['br', promisify(brotliDecompress)],
] as const)('the page comes compressed, once and for all: %s', async (coding, decompress) => {
  const plain = Buffer.from(await (await getPage()).arrayBuffer());
  const { request } = await import('node:http');
  const { buffer } = await import('node:stream/consumers');
  const { promise, resolve } = Promise.withResolvers<{ headers: NodeJS.Dict<string | string[]>; body: Buffer }>();
  request(gateway.url, { headers: { accept: 'text/html', 'accept-encoding': coding } }, async (response) =>
    resolve({ headers: response.headers, body: await buffer(response) }),
  ).end();
  const { headers, body } = await promise;
  expect(headers['content-encoding']).toBe(coding);
  expect(headers['content-length']).toBe(String(body.length));
  expect(headers['vary']).toContain('Accept-Encoding');
  expect(body.length).toBeLessThan(plain.length / 3);
  expect((await decompress(body)).equals(plain)).toBe(true);
});

test.each(['identity', 'gzip;q=0, deflate', ''])(
  'a caller that takes no coding of the page (%s) gets 406',
  async (coding) => {
    const answer = await read(await getPage({ 'accept-encoding': coding }));
    expect(answer.status).toBe(406);
    expect(codes(answer)).toEqual(['NOT_ACCEPTABLE']);
  },
);

test('GRAPHIQL=off: a browser gets the line that says how to turn it on, an API client its answer', async () => {
  await using off = await startToyGateway({ config: { graphiql: false } });
  const answer = await read(await fetch(off.url, { headers: { accept: 'text/html' } }));
  expect(answer.status).toBe(404);
  expect(answer.body.errors?.[0]?.message).toContain('GRAPHIQL=on');
  expect((await post(off.url, '{ hello }')).body).toEqual({ data: { hello: 'world' } });
});

test('a browser that has the page is told that it is still good', async () => {
  const etag = (await getPage()).headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]{22}-gzip"$/);
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await getPage({ 'if-none-match': known });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    expect(again.headers.get('etag')).toBe(etag);
  }
  expect((await getPage({ 'if-none-match': '"other"' })).status).toBe(200);
});

test('GraphiQL keeps the query in the address: loading that again is loading the page', async () => {
  const page = await fetch(`${gateway.url}?query=%7B+hello+%7D`, { headers: { accept: 'text/html' } });
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
});

test('an API client never meets the page', async () => {
  const answer = await fetch(gateway.url, { headers: { accept: 'application/json' } });
  expect(answer.headers.get('content-type')).toContain('json');
});

test('only the page has a content security policy', async () => {
  const answer = await fetch(gateway.url, { headers: { accept: 'application/json' } });
  expect(answer.headers.get('content-security-policy')).toBeNull();
});

test('other requests are answered while the page is being built', async () => {
  await using fresh = await startToyGateway();
  let isBuilt = false;
  const page = fetch(fresh.url, { headers: { accept: 'text/html', 'accept-encoding': 'br' } }).then(
    async (response) => {
      isBuilt = true;
      await response.arrayBuffer();
    },
  );
  // One of them may come before the page is asked for, not all.
  for (let request = 0; request < 5; request += 1) await fetch(`${fresh.origin}/healthz`);
  expect(isBuilt).toBe(false);
  await page;
});

test('loadExamples: reads documents by file name, with the variables beside them', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'examples-'));
  await writeFile(join(directory, '02-b.graphql'), '{ b }');
  await writeFile(join(directory, '01-a.graphql'), '# Does a\n# thing.\nquery DoAThing { a }');
  await writeFile(join(directory, '01-a.variables.json'), '{}');
  await writeFile(join(directory, 'notes.md'), 'no example');
  expect(await loadExamples(pathToFileURL(`${directory}/`))).toEqual([
    {
      title: 'Do a thing',
      about: 'Does a thing.',
      query: '# Does a\n# thing.\nquery DoAThing { a }',
      variables: '{}',
    },
    { title: '02-b.graphql', about: '', query: '{ b }' },
  ]);
});
