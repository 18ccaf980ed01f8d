import { expect, test, vi } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';
import { makeDatabase, PASSWORD, runSql, startPostgres } from '../support/start-postgres.ts';
import { makeStorePlace, POSTGRES } from '../support/store-place.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';

vi.setConfig({ testTimeout: 60_000 });

const EXPORT = `mutation ($key: String) {
  exportChatInvite(input: { peer: "sandbox_community", idempotencyKey: $key }) {
    __typename ... on ExportedChatInvite { link } ... on TelegramUnavailableError { outcome }
  }
}`;

const exportWith = async (gateway: TestGateway, key: string | null, headers = {}) =>
  (await gateway.query(EXPORT, { key }, headers)).data?.['exportChatInvite'] as Record<string, string> | undefined; // the document's shape

const typeOfExport = async (gateway: TestGateway, key: string | null) =>
  (await exportWith(gateway, key))?.['__typename'];

const READ = '{ chat(peer: "sandbox_community") { exportedInvites(first: 1) { edges { node { link } } } } }';

async function get(gateway: TestGateway, path: string): Promise<Record<string, unknown>> {
  const response = await fetch(new URL(path, gateway.app.url));
  return { code: response.status, ...(await response.json()) };
}

const exportsOf = (gateway: TestGateway) => gateway.calls.filter((call) => call === 'messages.ExportChatInvite').length;

const ANSWERS_NOT = 'The database of the store does not answer.';

/** A gateway whose store goes over a way that the test can cut, and the lock on its session over another. */
async function startBehindProxy() {
  const place = await makeStorePlace();
  const url = new URL(place.database?.url ?? '');
  const direct = url.href;
  const proxy = await startTcpProxy({ host: '127.0.0.1', port: Number(url.port) });
  url.port = String(proxy.port);
  const gateway = await startTestGateway({ env: { DATABASE_URL: url.href, DATABASE_DIRECT_URL: direct } });
  return { place, proxy, gateway, direct };
}

test.each(['refused', 'silent'])(
  'the database is gone (%s): keys are refused and nothing is sent for them, all else goes on, readiness warns; back: as before',
  async (how) => {
    const { proxy, gateway } = await startBehindProxy();
    await using _proxy = proxy;
    await using _gateway = gateway;
    expect(await typeOfExport(gateway, 'before')).toBe('ExportedChatInvite');
    expect(await get(gateway, '/readyz')).toEqual({ code: 200, status: 'ready' });

    if (how === 'refused') await proxy.shut();
    else proxy.stall();
    const told: string[] = [];
    const keyed = Promise.all(
      Array.from({ length: 20 }, async (_, each) => {
        expect(await typeOfExport(gateway, `while ${each}`)).toBe('IdempotencyUnavailableError');
        told.push('keyed');
      }),
    );
    expect((await get(gateway, '/healthz'))['status']).toBe('ok');
    expect((await gateway.query(READ)).errors).toBeUndefined();
    expect(await typeOfExport(gateway, null)).toBe('ExportedChatInvite');
    told.push('without a key');
    await keyed;
    if (how === 'silent') expect(told[0]).toBe('without a key');
    expect(exportsOf(gateway)).toBe(2);
    await expect
      .poll(() => get(gateway, '/readyz'), { timeout: 10_000 })
      .toEqual({ code: 200, status: 'ready', warning: ANSWERS_NOT });

    if (how === 'refused') await proxy.reopen();
    else proxy.resume();
    await expect.poll(() => get(gateway, '/readyz'), { timeout: 10_000 }).toEqual({ code: 200, status: 'ready' });
    expect(await typeOfExport(gateway, 'while 1')).toBe('ExportedChatInvite');
    expect(await typeOfExport(gateway, 'before')).toBe('ExportedChatInvite');
    expect(exportsOf(gateway)).toBe(3);
  },
);

test('the whole server is gone for longer than the lock may be unsure: nothing is sent, readiness says why; back: it goes on by itself', async () => {
  await using server = await startPostgres(true);
  const url = await makeDatabase(server.urlOf('postgres'));
  await using gateway = await startTestGateway({ env: { DATABASE_URL: url } });
  const done = await exportWith(gateway, 'before');
  await server.kill();
  await expect
    .poll(() => get(gateway, '/readyz'), { timeout: 10_000 })
    .toMatchObject({ code: 503, reason: expect.stringContaining('Nothing is sent until it does.') });
  const before = gateway.calls.length;
  expect(await exportWith(gateway, null, { 'x-deadline-ms': '1000' })).toMatchObject({
    __typename: 'TelegramUnavailableError',
    outcome: 'NOT_EXECUTED',
  });
  expect(await typeOfExport(gateway, 'while')).toBe('IdempotencyUnavailableError');
  expect(gateway.calls.length).toBe(before);

  await server.start();
  await expect.poll(() => get(gateway, '/readyz'), { timeout: 20_000 }).toEqual({ code: 200, status: 'ready' });
  expect(await exportWith(gateway, 'before')).toEqual(done);
  expect(await typeOfExport(gateway, 'while')).toBe('ExportedChatInvite');
});

test('killed and started again under load: every key gets one link in the end, and no link goes to two', async () => {
  await using server = await startPostgres(true);
  const url = await makeDatabase(server.urlOf('postgres'));
  await using gateway = await startTestGateway({ env: { DATABASE_URL: url } });
  const links = new Map<string, string>();
  async function untilDone(key: string): Promise<void> {
    for (;;) {
      const answer = await exportWith(gateway, key);
      if (answer?.['link']) return void links.set(key, answer['link']);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
  const callers = Array.from({ length: 16 }, async (_, caller) => {
    for (let each = 0; each < 25; each += 1) await untilDone(`${caller} ${each}`);
  });
  for (let round = 0; round < 3; round += 1) {
    await server.kill();
    await server.start();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await Promise.all(callers);
  expect(links.size).toBe(400);
  expect(new Set(links.values()).size).toBe(400);
  expect(exportsOf(gateway)).toBe(400);
  for (const [key, link] of [...links].slice(0, 20)) expect((await exportWith(gateway, key))?.['link']).toBe(link);
});

const nameOf = (url: string) => new URL(url).pathname.slice(1);
/** What is done to a database itself is done from another one: its own may be read-only. */
const atOf = (url: string, statement: string) => (statement.startsWith('alter') ? (POSTGRES ?? '') : url);
const others = (url: string) =>
  runSql(
    url,
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );

test.each<[what: string, warning: string, harm: (url: string) => string, mend: (url: string) => string]>([
  [
    'read-only',
    'The database of the store is read-only.',
    (url) => `alter database ${nameOf(url)} set default_transaction_read_only = on`,
    (url) => `alter database ${nameOf(url)} reset default_transaction_read_only`,
  ],
  [
    'full',
    'The disk of the store is full.',
    () => `create function full_disk() returns trigger language plpgsql as $$ begin
        raise exception 'could not extend file' using errcode = '53100'; end $$;
      create trigger full_disk before insert on ledger execute function full_disk();
      create trigger full_disk before update on session_owner execute function full_disk()`,
    () => 'drop function full_disk cascade',
  ],
  [
    'of somebody whose password has changed',
    'The database of the store refuses the user or the password.',
    () => `alter role manager password 'another one'`,
    () => `alter role manager password '${PASSWORD}'`,
  ],
])(
  'the database is %s under a gateway: keys are refused, readiness warns; mended: as before',
  async (_what, warning, harm, mend) => {
    const place = await makeStorePlace();
    const owned = place.database?.url ?? '';
    await runSql(POSTGRES ?? '', `create role manager login password '${PASSWORD}'`).catch(() => {}); // of the test before
    await runSql(owned, `alter database ${nameOf(owned)} owner to manager`);
    const url = Object.assign(new URL(owned), { username: 'manager' }).href;
    await using gateway = await startTestGateway({ env: { DATABASE_URL: url } });
    expect(await typeOfExport(gateway, 'before')).toBe('ExportedChatInvite');
    await runSql(atOf(owned, harm(owned)), harm(owned));
    await runSql(
      owned,
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'telegram-graphql-gateway' and datname = current_database()",
    );
    expect(await typeOfExport(gateway, 'while')).toBe('IdempotencyUnavailableError');
    expect(exportsOf(gateway)).toBe(1);
    await expect.poll(() => get(gateway, '/readyz'), { timeout: 10_000 }).toMatchObject({ warning });
    await runSql(atOf(owned, mend(owned)), mend(owned));
    await others(owned);
    await expect.poll(() => get(gateway, '/readyz'), { timeout: 10_000 }).toEqual({ code: 200, status: 'ready' });
    expect(await typeOfExport(gateway, 'while')).toBe('ExportedChatInvite');
    expect(gateway.logLines.join('')).not.toContain(PASSWORD);
  },
);
