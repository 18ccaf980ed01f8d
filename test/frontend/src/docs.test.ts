import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type CodegenConfig, generate } from '@graphql-codegen/cli';
import { buildSchema, parse, validate } from 'graphql';
import { createClient } from 'graphql-ws';
import { createServer, runnerImport } from 'vite';
import { openPage } from '../../browser/support/browser.ts';
import { type Product, startProduct } from '../../browser/support/product.ts';
import { readBlocks, writeApp } from '../../support/doc-blocks.ts';

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const schemaFile = (name: string) => fileOf(`../../../schema/${name}`);
const appFile = (app: string, file = '') => fileOf(`../apps/${app}/${file}`);
const blocks = readBlocks();

/** The blocks of no app, and those of this one: in the place of the others where they are the same file. */
function filesOf(app: string) {
  const own = blocks.filter((block) => block.app === app);
  return [...blocks.filter((block) => block.app === '' && !own.some(({ file }) => file === block.file)), ...own];
}

/** The documents name the gateway's usual address; the test has one of its own. */
const at = (url: string) => (text: string) => text.replaceAll('127.0.0.1:4000', new URL(url).host);

let product: Product;

before(async () => {
  product = await startProduct();
  for (const app of ['urql', 'apollo']) {
    writeApp(appFile(app), filesOf(app), at(product.url));
    for (const json of ['possible-types.json', 'errors.json'])
      copyFileSync(schemaFile(json), appFile(app, `src/${json}`));
    const { module } = await runnerImport<{ readonly default: CodegenConfig }>(appFile(app, 'codegen.ts'));
    await generate({ ...module.default, cwd: appFile(app), silent: true }, true);
  }
  // Programs on the gateway's own packages and sources.
  writeApp(
    appFile('gateway'),
    blocks.filter(({ app }) => app === 'gateway'),
  );
});
after(() => product[Symbol.asyncDispose]());

test('every graphql block is valid', () => {
  const schema = buildSchema(readFileSync(schemaFile('schema.graphql'), 'utf8'));
  const operations = blocks.filter(({ language }) => language === 'graphql');
  assert.ok(operations.length >= 2);
  const wrong = operations.flatMap(({ place, text }) =>
    validate(schema, parse(text)).map(({ message }) => `${place}: ${message}`),
  );
  assert.deepEqual(wrong, []);
});

test('every ts block passes tsc --strict', async () => {
  const tsc = fileURLToPath(import.meta.resolve('typescript/package.json')).replace('package.json', 'bin/tsc');
  const compiled = promisify(execFile)(process.execPath, [tsc, '--project', fileOf('../apps.json')]);
  await compiled.catch(({ stdout }) => assert.fail(stdout));
});

/** A development server with the app: what Vite's template has, around `shown`, which is `App` of `src/App.tsx` unless told otherwise. */
async function serve(app: string, imports = "import App from './App';", shown = '<App />') {
  const main = `import { createRoot } from 'react-dom/client';\nimport { StrictMode } from 'react';\n${imports}
    createRoot(document.getElementById('root')).render(<StrictMode>${shown}</StrictMode>);`;
  writeFileSync(
    appFile(app, 'index.html'),
    '<link rel="icon" href="data:"><div id="root"></div><script type="module" src="/src/main.jsx"></script>',
  );
  writeFileSync(appFile(app, 'src/main.jsx'), main);
  return listen(app);
}

async function listen(app: string) {
  const server = await createServer({ root: appFile(app), server: { host: '127.0.0.1', port: 0 }, logLevel: 'warn' });
  await server.listen();
  return { url: server.resolvedUrls?.local[0] ?? '', [Symbol.asyncDispose]: () => server.close() };
}

for (const app of ['urql', 'apollo']) {
  test(`from an empty folder, ${app}: a link comes and goes, people ask live and are answered`, async () => {
    await using server = await serve(app);
    await using browser = await openPage(server.url);
    const { page, complaints } = browser;
    const made = page.locator('li').filter({ hasText: 'My first link' });
    await page.getByRole('button', { name: 'Make a link' }).click();
    await made.waitFor();
    await made.getByRole('button', { name: 'Revoke' }).click();
    await made.waitFor({ state: 'detached' });

    const waiting = page.locator('ul').last().locator('li');
    for (const answer of ['Let in', 'Turn away']) {
      const person = waiting.filter({ hasText: (await waiting.last().innerText()).split(' ')[0] ?? '' });
      await person.getByRole('button', { name: answer }).click();
      await person.waitFor({ state: 'detached' });
    }
    // A row that was not there when the page loaded.
    const before = await waiting.count();
    await waiting.nth(before).waitFor();
    assert.deepEqual(complaints, []);
  });
}

/** The data of an operation that no page has sent. */
async function elsewhere<Data>(query: string, variables: object = {}): Promise<Data> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(product.url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data }: { data: Data } = await response.json();
  return data;
}

interface Waiting {
  readonly chat: {
    readonly joinRequests: {
      readonly edges: readonly {
        readonly node: { readonly user: { readonly peer: string; readonly firstName: string } };
      }[];
    };
  };
}

for (const app of ['urql', 'apollo']) {
  test(`${app}: a click that does nothing says why, and a row that is gone at Telegram goes`, async () => {
    await using server = await serve(app);
    await using browser = await openPage(server.url);
    const { page, complaints } = browser;
    const alert = (text: RegExp) => page.getByRole('alert').filter({ hasText: text }).waitFor();
    const links = page.locator('ul').first().locator('li');
    await links.first().waitFor();
    const before = await links.count();
    await page.getByRole('button', { name: 'Make a link' }).click();
    await links.nth(before).waitFor();
    const link = await links.first().locator('a').innerText();
    await elsewhere(
      `mutation ($link: InviteLink!) {
        revokeExportedChatInvite(input: { peer: "sandbox_community", link: $link }) { __typename }
        deleteExportedChatInvite(input: { peer: "sandbox_community", link: $link }) { __typename }
      }`,
      { link },
    );
    await links.filter({ hasText: link }).getByRole('button', { name: 'Revoke' }).click();
    await alert(/link/);

    const waiting = page.locator('ul').last().locator('li');
    for (const [button, approved, why] of [
      ['Let in', true, /already/],
      ['Turn away', false, /waiting/],
    ] as const) {
      await waiting.first().waitFor();
      const query =
        '{ chat(peer: "sandbox_community") { joinRequests { edges { node { user { peer firstName } } } } } }';
      const { user } = (await elsewhere<Waiting>(query)).chat.joinRequests.edges.at(-1)?.node ?? assert.fail();
      const input = { peer: 'sandbox_community', user: user.peer, approved };
      const decide =
        'mutation ($input: HideChatJoinRequestInput!) { hideChatJoinRequest(input: $input) { __typename } }';
      await elsewhere(decide, { input });
      const person = waiting.filter({ hasText: user.firstName });
      await person.getByRole('button', { name: button }).click();
      await alert(why);
      await person.waitFor({ state: 'detached' });
    }
    assert.deepEqual(complaints, []);

    await page.route(product.url, (route) => route.abort());
    await waiting.first().getByRole('button', { name: 'Let in' }).click();
    await alert(/fetch/);
    assert.deepEqual(complaints, ['Failed to load resource: net::ERR_FAILED']);
  });

  test(`${app}: a new link comes into the list of its own chat`, async () => {
    const mutate =
      app === 'urql'
        ? 'client.mutation(MakeLink, variables).toPromise()'
        : 'client.mutate({ mutation: MakeLink, variables, update })';
    const imports = `import App from './App'; import * as all from './client'; import { MakeLink } from './documents';
      const { client, update } = all;
      window.make = (title, peer) => { const variables = { input: { peer, title } }; return ${mutate}; };`;
    await using server = await serve(app, imports);
    await using browser = await openPage(server.url);
    const { page } = browser;
    await page.locator('ul').first().waitFor({ state: 'attached' });
    await page.evaluate("make('Of another chat', 'sandbox_big')");
    await page.evaluate(`make('Of this chat by ${app}', 'sandbox_community')`);
    await page.getByText(`Of this chat by ${app}`).waitFor();
    assert.equal(await page.getByText('Of another chat').count(), 0);
  });

  test(`${app}: a seventh tab works, too`, async () => {
    await using server = await serve(app);
    await using browser = await openPage(server.url);
    const context = (await browser.page.context().browser()?.newContext()) ?? assert.fail();
    for (let tab = 1; tab <= 7; tab += 1) {
      const page = await context.newPage();
      await page.goto(server.url);
      const links = page.locator('ul').first().locator('li');
      await links.first().waitFor();
      if (tab < 7) continue;
      const before = await links.count();
      await page.getByRole('button', { name: 'Make a link' }).click();
      await links.nth(before).waitFor();
    }
  });
}

test('the form: errors stand at their fields in German, others in the alert, and a flood wait counts down', async () => {
  const imports = `import { Provider } from 'urql'; import { client } from './client'; import { NewLink } from './NewLink';`;
  const forms = ['sandbox_community', 'nobody_is_here', 'sandbox_flood'].map((peer) => `<NewLink peer="${peer}" />`);
  await using server = await serve('urql', imports, `<Provider value={client}>${forms.join('')}</Provider>`);
  await using browser = await openPage(server.url);
  const form = browser.page.locator('form');
  const [community, nobody, flood] = [form.first(), form.nth(1), form.last()];
  await community.getByLabel('Usage limit').fill('0');
  await community.locator('input:invalid').waitFor(); // the browser tells it already
  await community.evaluate((element) => element.setAttribute('novalidate', ''));
  await community.getByRole('button').click();
  await community.getByText('Zwischen 1 und 99999').waitFor();
  await community.getByLabel('Title').fill('x'.repeat(33));
  await community.getByRole('button').click();
  await community.getByText('A title has at most 32 characters').waitFor();
  assert.equal(await community.getByRole('alert').innerText(), '');
  await nobody.getByRole('button').click();
  await nobody.getByRole('alert').getByText('Nobody has this username').waitFor();
  await flood.getByRole('button').click();
  await flood.getByText('Telegram bittet um eine Pause.').waitFor();
  await flood.getByRole('button', { name: 'Wait 2' }).waitFor();
  assert.ok(await flood.getByRole('button').isDisabled());
});

/** A module of the app as its own page would have it. */
async function load<Module>(file: string, app = 'urql'): Promise<Module> {
  const { module } = await runnerImport<Module>(appFile(app, file), { logLevel: 'warn' });
  return module;
}

type Answered = PromiseLike<{ readonly data?: unknown }>;
interface Clients {
  readonly client: {
    mutation(document: unknown, variables: object): Answered;
    mutate(options: { readonly mutation: unknown; readonly variables: object }): Answered;
  };
}

for (const app of ['urql', 'apollo']) {
  test(`${app}: a refusal keeps its text in the cache`, async () => {
    const [{ client }, { MakeLink: mutation }] = await Promise.all([
      load<Clients>('src/client.ts', app),
      load<{ readonly MakeLink: unknown }>('src/documents.ts', app),
    ]);
    const variables = { input: { peer: 'nobody_is_here' } };
    const { data } = await (app === 'urql'
      ? client.mutation(mutation, variables)
      : client.mutate({ mutation, variables }));
    assert.match(JSON.stringify(data), /"message":"Nobody has this username/);
  });
}

interface Made {
  readonly exportChatInvite: { readonly __typename: string; readonly link: string };
}
interface Send {
  send(document: unknown, variables: object): Promise<Made>;
}
interface Once {
  once<Answer>(send: (key: string) => Promise<Answer>): Promise<Answer>;
}

test('fetch, and one key for each click: one link, whatever gets lost on the way', async () => {
  const [{ send }, { once }, { MakeLink, peer }] = await Promise.all([
    load<Send>('src/send.ts'),
    load<Once>('src/once.ts'),
    load<{ readonly MakeLink: unknown; readonly peer: string }>('src/documents.ts'),
  ]);
  const answers: string[] = [];
  const { link } = await once(async (idempotencyKey) => {
    const { exportChatInvite } = await send(MakeLink, { input: { peer, idempotencyKey } });
    answers.push(exportChatInvite.link);
    if (answers.length === 1) throw new Error('the network broke');
    return answers.length === 2 ? { ...exportChatInvite, __typename: 'TelegramUnavailableError' } : exportChatInvite;
  });
  assert.deepEqual(answers, [link, link, link]);
  await assert.rejects(send(MakeLink, { input: {} }), /peer/);
});

test('every page of a list', async () => {
  const { allLinks } = await load<{ allLinks(peer: string): AsyncIterable<{ readonly id: string }> }>(
    'src/all-links.ts',
  );
  const ids = await Array.fromAsync(allLinks('sandbox_big'), ({ id }) => id);
  assert.ok(ids.length > 100, `${ids.length} links`);
  assert.equal(new Set(ids).size, ids.length);
});

type Watch = (peer: string) => AsyncIterable<{ readonly user: { readonly firstName: string } }>;

for (const [transport, file, name] of [
  ['server-sent events', 'src/watch-by-events.ts', 'watchByEvents'],
  ['WebSocket', 'src/watch-by-socket.ts', 'watchBySocket'],
] as const) {
  test(`${transport}: who asks to be let in, and what is refused`, { timeout: 60_000 }, async () => {
    const watch = (await load<Record<string, Watch>>(file))[name];
    assert.ok(watch);
    for await (const { user } of watch('sandbox_community')) {
      assert.ok(user.firstName);
      break;
    }
    await assert.rejects(Array.fromAsync(watch('nobody_is_here')), /username/);
  });
}

test("Vite's proxy: a page without a key, a server with one, by fetch and by WebSocket", async () => {
  const key = 'a-key-that-no-page-has';
  await using keyed = await startProduct({ GATEWAY_API_KEYS: `page:${key}` });
  const config = blocks.filter(({ file }) => file === 'vite.config.ts');
  writeApp(appFile('proxied'), config, at(keyed.url));
  process.env['GATEWAY_KEY'] = key;
  await using server = await listen('proxied');
  const query = '{ account { user { firstName } } }';
  const send = (url: string) =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  assert.equal((await send(keyed.url)).status, 401);
  const answer = await send(`${server.url}graphql`);
  const account = { account: { user: { firstName: 'Olive' } } };
  assert.deepEqual(await answer.json(), { data: account });
  const socket = createClient({ url: `${server.url.replace('http', 'ws')}graphql`, retryAttempts: 0 });
  for await (const { data } of socket.iterate({ query })) assert.deepEqual(data, account);
  await socket.dispose();
});
