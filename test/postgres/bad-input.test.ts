import { expect, test } from 'vitest';
import { checkServer } from '../../src/store/postgres/open-postgres.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { makeDatabase, PASSWORD, runSql } from '../support/start-postgres.ts';
import { POSTGRES } from '../support/store-place.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';

const SERVER = POSTGRES ?? '';

/** What an operator reads who starts a gateway on that address; `from` is changed into `to` in it. */
async function refusalOf(
  url: string,
  changes: Partial<Pick<URL, 'host' | 'port' | 'password' | 'username' | 'pathname'>> = {},
) {
  const changed = Object.assign(new URL(url), changes).href;
  const database = { url: changed, directUrl: changed, poolSize: 2 };
  const outcome = await openTestStore({ dataDir: null, database }).then(
    (store) => store.close().then(() => new Error('opened')),
    (error: unknown) => error,
  );
  if (!(outcome instanceof StoreError)) throw outcome;
  expect(outcome.message).not.toMatch(/\n/);
  expect(outcome.message).not.toContain(PASSWORD);
  expect(outcome.message).not.toContain('wrong-password');
  return outcome.message;
}

async function makeUser(url: string, name: string): Promise<void> {
  await runSql(url, `create role ${name} login password '${PASSWORD}'`).catch(() => {}); // of another test of the run
}

test('nothing listens there', async () => {
  await using proxy = await startTcpProxy({ host: '127.0.0.1', port: 1 });
  await proxy.shut();
  expect(await refusalOf(SERVER, { port: String(proxy.port) })).toMatch(
    /^The store postgres:\/\/127\.0\.0\.1:\d+\/postgres cannot be reached: nothing listens there\. Start the server, or check DATABASE_URL\.$/,
  );
});

test('no such host', async () => {
  expect(await refusalOf(SERVER, { host: 'nowhere.invalid' })).toMatch(
    /cannot be found: no address is known for its host/,
  );
});

test('a server that says nothing is not waited for', async () => {
  await using proxy = await startTcpProxy({ host: '127.0.0.1', port: Number(new URL(SERVER).port) });
  proxy.stall();
  const began = performance.now();
  expect(await refusalOf(SERVER, { port: String(proxy.port) })).toMatch(
    /cannot be reached\. Check DATABASE_URL, the server and the network\./,
  );
  expect(performance.now() - began).toBeLessThan(8_000);
});

test('no PostgreSQL at all', async () => {
  const { createServer } = await import('node:http');
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? String(address.port) : '';
  expect(await refusalOf(SERVER, { port })).toMatch(/cannot be reached\. Check DATABASE_URL/);
  server.close();
});

test('a wrong password, a user that is not there, a database that is not there', async () => {
  expect(await refusalOf(SERVER, { password: 'wrong-password' })).toMatch(
    /refuses the password\. Put the present one into DATABASE_URL/,
  );
  expect(await refusalOf(SERVER, { username: 'nobody_here' })).toMatch(/refuses the (password|user)/);
  expect(await refusalOf(SERVER, { pathname: '/nothing_here' })).toMatch(/is not there\. Make it with "createdb"/);
});

test('a version that is too old, and a database that cannot hold every text', async () => {
  const found = { version: 14, encoding: 'UTF8', isReadOnly: false, schema: 'public' };
  expect(() => checkServer(found, 'postgres://db/x')).not.toThrow();
  expect(() => checkServer({ ...found, version: 13 }, 'postgres://db/x')).toThrow(
    'The store postgres://db/x is PostgreSQL 13. Use version 14 or newer.',
  );
  const url = await makeDatabase(SERVER, "template template0 encoding 'LATIN1' lc_collate 'C' lc_ctype 'C'");
  expect(await refusalOf(url)).toMatch(/has the encoding LATIN1\. Make a database with UTF8\.$/);
});

test('a read-only database', async () => {
  const url = await makeDatabase(SERVER);
  await runSql(url, `alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`);
  expect(await refusalOf(url)).toMatch(
    /is read-only: a standby, or set so\. Let DATABASE_URL name the primary server\.$/,
  );
});

test('a user without rights: to make tables, to use them, to see a schema', async () => {
  const url = await makeDatabase(SERVER);
  await makeUser(url, 'guest');
  await runSql(url, 'revoke create on schema public from public'); // as since PostgreSQL 15
  const rights =
    /does not give this user the rights it needs\. Let the user own the database, or a schema of its search_path\.$/;
  expect(await refusalOf(url, { username: 'guest' })).toMatch(rights);
  await (await openTestStore({ dataDir: null, database: { url, directUrl: url, poolSize: 2 } })).close();
  expect(await refusalOf(url, { username: 'guest' })).toMatch(rights);
  await runSql(url, 'revoke usage on schema public from public');
  expect(await refusalOf(url, { username: 'guest' })).toMatch(/has no schema that this user may use/);
});

test('no connection to spare', async () => {
  const url = await makeDatabase(SERVER);
  await makeUser(url, 'guest');
  await runSql(url, `alter database ${new URL(url).pathname.slice(1)} connection limit 0`);
  expect(await refusalOf(url, { username: 'guest' })).toMatch(/has no connection to spare\. Lower DATABASE_POOL_SIZE/);
});

test('a full disk', async () => {
  const url = await makeDatabase(SERVER);
  const database = { url, directUrl: url, poolSize: 2 };
  await (await openTestStore({ dataDir: null, database })).close();
  await runSql(
    url,
    `create function full_disk() returns trigger language plpgsql as $$ begin
      raise exception 'could not extend file' using errcode = '53100'; end $$;
    create trigger full_disk before insert on session_owner execute function full_disk()`,
  );
  expect(await refusalOf(url)).toMatch(
    /cannot be written: the disk of the server is full\. Make room, then start again\.$/,
  );
});

test('two stores in two schemas of one database do not see each other', async () => {
  const url = await makeDatabase(SERVER);
  await runSql(url, 'create schema one; create schema two');
  await using stack = new AsyncDisposableStack();
  for (const [each, schema] of ['one', 'two'].entries()) {
    const own = `${url}?options=-csearch_path%3D${schema}`;
    const place = { dataDir: null, database: { url: own, directUrl: own, poolSize: 2 } };
    const { ledger } = stack.use(await openTestStore(place, { scope: String(each).repeat(64) }));
    const entry = { caller: 'a', key: 'k', method: 'm', fingerprint: 'f', now: new Date() };
    expect(await ledger.begin(entry)).toEqual({ kind: 'new' });
    expect(await runSql(url, `select scope from ${schema}.ledger`)).toHaveLength(1);
  }
});
