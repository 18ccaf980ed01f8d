import { expect, test } from 'vitest';
import { codes, read } from './support/post.ts';
import { startToyGateway } from './support/toy-gateway.ts';

const EXAMPLES = [
  { title: 'Say hello', about: 'Says "hello" & more.', query: '# Says "hello" & more.\n{ hello }\n' },
  { title: 'Echo', about: '', query: 'query E($text: String!) { echo(text: $text) }', variables: '{ "text": "<b>" }' },
];

const open = (origin: string, headers: Record<string, string> = {}) =>
  fetch(origin, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', ...headers } });

test('a browser gets a page with the address, the account and a link to each example', async () => {
  await using gateway = await startToyGateway({ examples: EXAMPLES });
  const page = await open(gateway.origin);
  const html = await page.text();
  expect(page.status).toBe(200);
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(html).toContain(`${new URL(gateway.url).host}/graphql`);
  expect(html).toContain('Toy &lt;Owner>, a user');
  expect(html).toContain('Says &quot;hello&quot; &amp; more.');

  const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link.replaceAll('&amp;', '&'));
  expect(links[0]).toBe('/graphql');
  const opened = links.slice(1).map((link) => Object.fromEntries(new URL(link, gateway.origin).searchParams));
  expect(opened).toEqual(EXAMPLES.map(({ title, about, ...rest }) => rest));
});

test('the page loads nothing, and its policy lets in nothing but its own style', async () => {
  await using gateway = await startToyGateway({ examples: EXAMPLES });
  const page = await open(gateway.origin);
  expect(page.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
  );
  expect(await page.text()).not.toMatch(/src=|<script|<link|url\(|@import|https?:/);
});

test('with keys, strangers do not learn who the gateway acts as; without GraphiQL nothing leads there', async () => {
  await using gateway = await startToyGateway({ examples: EXAMPLES, config: { apiKeys: ['KEY'], graphiql: false } });
  const html = await (await open(gateway.origin)).text();
  expect(html).not.toContain('Owner');
  expect(html).toContain('Authorization: Bearer KEY');
  expect(html).not.toContain('href');
  expect(html).toContain('GRAPHIQL=on');
});

test('programs keep the JSON answer', async () => {
  await using gateway = await startToyGateway();
  for (const accept of ['*/*', 'application/json']) {
    const answer = await read(await fetch(gateway.origin, { headers: { accept } }));
    expect(answer.status).toBe(404);
    expect(codes(answer)).toEqual(['NOT_FOUND']);
  }
  expect((await fetch(gateway.origin, { method: 'POST', headers: { accept: 'text/html' } })).status).toBe(404);
});
