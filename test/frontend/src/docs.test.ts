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

test('the form: errors stand at their fields in German, and a flood wait counts down', async () => {
  const imports = `import { Provider } from 'urql'; import { client } from './client'; import { NewLink } from './NewLink';`;
  const form = (peer: string) => `<Provider value={client}><NewLink peer="${peer}" /></Provider>`;
  await using server = await serve('urql', imports, `<>${form('sandbox_community')}${form('sandbox_flood')}</>`);
  await using browser = await openPage(server.url);
  const [community, flood] = [browser.page.locator('form').first(), browser.page.locator('form').last()];
  await community.getByLabel('Usage limit').fill('0');
  await community.getByRole('button').click();
  await community.getByText('Zwischen 1 und 99999').first().waitFor();
  await community.getByLabel('Title').fill('x'.repeat(33));
  await community.getByRole('button').click();
  await community.getByText('Bitte die Felder prüfen.').waitFor();
  await community.getByText('A title has at most 32 characters').waitFor();
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
  const query = '{ account { firstName } }';
  const send = (url: string) =>
    fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) });
  assert.equal((await send(keyed.url)).status, 401);
  const answer = await send(`${server.url}graphql`);
  const account = { account: { firstName: 'Olive' } };
  assert.deepEqual(await answer.json(), { data: account });
  const socket = createClient({ url: `${server.url.replace('http', 'ws')}graphql`, retryAttempts: 0 });
  for await (const { data } of socket.iterate({ query })) assert.deepEqual(data, account);
  await socket.dispose();
});
