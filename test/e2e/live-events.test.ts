import { setInterval as every } from 'node:timers/promises';
import { Api } from 'telegram';
import { expect, test, vi } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { findChatByUsername } from '../../src/sandbox/world/chats.ts';
import { addInvite } from '../../src/sandbox/world/invites.ts';
import { requestToJoin, takeRequests } from '../../src/sandbox/world/knock.ts';
import { addUser } from '../../src/sandbox/world/users.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';
import { account, connectGramjs } from '../support/start-sandbox.ts';
import { type SubscriptionClient, subscribeSse } from '../support/subscribe-sse.ts';
import { subscribeWs } from '../support/subscribe-ws.ts';
import { sessionAt, startTcpProxy } from '../support/tcp-proxy.ts';

const REQUESTS = `subscription ($peer: Peer = "sandbox_community") {
  chatJoinRequests(peer: $peer) { date about user { firstName username } chat { title } invite { link title admin { username } } }
}`;
const USES = `subscription ($peer: Peer = "sandbox_community") {
  chatInviteUses(peer: $peer) { date user { username } chat { peer } invite { title } approvedBy { username } viaChatlist }
}`;
const OWNER = 7_000_000_001n;
const TRANSPORTS = [
  ['SSE', subscribeSse],
  ['WebSocket', subscribeWs],
] as const;

/** What a test does to @sandbox_community without asking the server. */
function doorOf({ sandbox: { world } }: Pick<TestGateway, 'sandbox'>) {
  const community = findChatByUsername(world, 'sandbox_community');
  if (!community) throw new Error('no @sandbox_community');
  const door = addInvite(world, community, OWNER, { title: 'Door', requestNeeded: true });
  return {
    community,
    door,
    openLink: () => addInvite(world, community, OWNER, { title: 'Open' }),
    /** Somebody new asks to be let in, by the name `Visitor n`. */
    knock(n: number): void {
      const visitor = addUser(world, { id: 7_900_000_000n + BigInt(n), firstName: `Visitor ${n}` });
      requestToJoin(world, community, visitor, door);
    },
  };
}

/** Waits until a call has reached the sandbox since the gateway had started. */
function called({ calls }: TestGateway, method: string): Promise<void> {
  return vi.waitFor(() => expect(calls).toContain(method), { interval: 5 });
}

async function next(client: SubscriptionClient) {
  const { value } = await client.next();
  return value;
}

test('over SSE and over WebSocket: a request arrives within a second of the joiner’s import, with one list for both', {
  retry: 2, // a busy machine may take longer once
}, async () => {
  await using gateway = await startTestGateway();
  const { door } = doorOf(gateway);
  await using joiner = await connectGramjs(gateway.sandbox, account(gateway.sandbox, 'joiner').session);
  await using overWs = await subscribeWs(gateway.app.url, REQUESTS);
  await called(gateway, 'messages.GetChatInviteImporters');
  await using overSse = await subscribeSse(gateway.app.url, REQUESTS);
  gateway.calls.length = 0;

  const began = performance.now();
  const imported = joiner.client.invoke(new Api.messages.ImportChatInvite({ hash: door.hash }));
  await expect(imported).rejects.toMatchObject({ errorMessage: 'INVITE_REQUEST_SENT' });
  const expected = {
    data: {
      chatJoinRequests: {
        date: expect.stringMatching(/^\d{4}-.*Z$/),
        about: 'New in town.',
        user: { firstName: 'Joss', username: 'sandbox_joiner' },
        chat: { title: 'Sandbox Community' },
        invite: null,
      },
    },
  };
  expect(await Promise.all([next(overWs), next(overSse)])).toEqual([expected, expected]);
  expect(performance.now() - began).toBeLessThan(1_000);
  expect(gateway.calls.filter((call) => call.startsWith('messages.GetChatInvite'))).toHaveLength(1);
  expect(gateway.calls.filter((call) => /GetUsers|GetChannels/.test(call))).toEqual([]);
});

test('a bot account is told with the link, of requests and of who came in', async () => {
  await using gateway = await startTestGateway({ account: 'bot' });
  const { door, openLink } = doorOf(gateway);
  const { sandbox } = gateway;
  await using requests = await subscribeSse(gateway.app.url, REQUESTS);
  await using uses = await subscribeSse(gateway.app.url, USES);
  await using joiner = await connectGramjs(sandbox, account(sandbox, 'joiner').session);
  await using stranger = await connectGramjs(sandbox, account(sandbox, 'stranger').session);
  await using owner = await connectGramjs(sandbox, account(sandbox, 'owner').session);
  gateway.calls.length = 0;

  await stranger.client.invoke(new Api.messages.ImportChatInvite({ hash: openLink().hash }));
  await joiner.client.invoke(new Api.messages.ImportChatInvite({ hash: door.hash })).catch(() => {}); // "request sent"
  const decision = { peer: 'sandbox_community', userId: 'sandbox_joiner', approved: true };
  await owner.client.invoke(new Api.messages.HideChatJoinRequest(decision));

  expect(await next(requests)).toMatchObject({
    data: {
      chatJoinRequests: {
        about: 'New in town.',
        user: { username: 'sandbox_joiner' },
        invite: { title: 'Door', admin: { username: 'sandbox_owner' } },
      },
    },
  });
  const use = { date: expect.any(String), chat: { peer: '-1002000000001' }, viaChatlist: false };
  expect([await next(uses), await next(uses)]).toEqual([
    {
      data: {
        chatInviteUses: { ...use, user: { username: 'sandbox_stranger' }, invite: { title: 'Open' }, approvedBy: null },
      },
    },
    {
      data: {
        chatInviteUses: {
          ...use,
          user: { username: 'sandbox_joiner' },
          invite: { title: 'Door' },
          approvedBy: { username: 'sandbox_owner' },
        },
      },
    },
  ]);
});

test('each event shows people as they are by then, however long the subscription lasts', async () => {
  await using gateway = await startTestGateway({ account: 'bot' });
  const { world } = gateway.sandbox;
  const { community, door } = doorOf(gateway);
  await using client = await subscribeSse(gateway.app.url, REQUESTS);
  for (const firstName of ['Before', 'After']) {
    requestToJoin(world, community, addUser(world, { id: 7_900_000_001n, firstName }), door);
    expect(await next(client)).toMatchObject({ data: { chatJoinRequests: { user: { firstName } } } });
    takeRequests(world, community, () => true);
  }
});

test('Telegram’s connection is cut for five seconds during 20 requests: a user and a bot account tell all 20, once each', {
  timeout: 40_000,
}, async () => {
  const sandbox = await startSandbox();
  await using proxy = await startTcpProxy(sandbox);
  const start = (name: string) =>
    startTestGateway({
      sandbox,
      account: name,
      env: { TELEGRAM_SESSION: sessionAt(account(sandbox, name).session, proxy.port) },
    });
  await using asOwner = await start('owner');
  await using asBot = await start('bot');
  const { knock } = doorOf(asOwner);
  await using ownerSees = await subscribeSse(asOwner.app.url, REQUESTS);
  await using botSees = await subscribeSse(asBot.app.url, REQUESTS);

  knock(0);
  await proxy.shut();
  let knocks = 0;
  for await (const _ of every(250)) {
    knocks += 1;
    knock(knocks);
    if (knocks === 20) break;
  }
  await proxy.reopen();
  const told = async (client: SubscriptionClient) => {
    const names: unknown[] = [];
    for await (const { data } of client) {
      names.push(Object(data?.['chatJoinRequests']).user?.firstName);
      if (names.at(-1) === 'Visitor 20') knock(99);
      if (names.at(-1) === 'Visitor 99') return names;
    }
    return names;
  };
  const all = Array.from({ length: 21 }, (_, n) => `Visitor ${n}`);
  expect(await Promise.all([told(ownerSees), told(botSees)])).toEqual([
    [...all, 'Visitor 99'],
    [...all, 'Visitor 99'],
  ]);
});

test.each(TRANSPORTS)('%s: a chat without rights is an error as the first and only answer', async (_, subscribe) => {
  await using gateway = await startTestGateway();
  const answers = [];
  for (const peer of [
    'sandbox_member_only',
    'sandbox_private',
    'sandbox_user',
    'sandbox_nobody',
    '-40404',
    'not a peer!',
  ]) {
    await using client = await subscribe(gateway.app.url, REQUESTS, { peer });
    const { errors, data } = (await next(client)) ?? {};
    answers.push([data ?? null, errors?.[0]?.extensions?.['code'], errors?.[0]?.path]);
    expect((await client.next()).done).toBe(true);
  }
  const path = ['chatJoinRequests'];
  expect(answers).toEqual([
    [null, 'CHAT_ADMIN_REQUIRED', path],
    [null, 'CHANNEL_PRIVATE', path],
    [null, 'PEER_ID_INVALID', path],
    [null, 'USERNAME_NOT_OCCUPIED', path],
    [null, 'CHAT_ID_INVALID', path],
    [null, 'USERNAME_INVALID', path],
  ]);
});

test('a bot account without rights is refused as well; a user account is told which kind hears of joins', async () => {
  await using asBot = await startTestGateway({ account: 'bot' });
  await using asOwner = await startTestGateway();
  const first = async ({ app }: TestGateway, document: string, peer: string) => {
    await using client = await subscribeSse(app.url, document, { peer });
    return (await next(client))?.errors?.[0];
  };
  expect((await first(asBot, REQUESTS, 'sandbox_news'))?.extensions?.['code']).toBe('CHAT_ADMIN_REQUIRED');
  expect((await first(asBot, USES, 'sandbox_news'))?.extensions?.['code']).toBe('CHAT_ADMIN_REQUIRED');
  expect(await first(asOwner, USES, 'sandbox_community')).toMatchObject({
    message: expect.stringContaining('Only a bot account'),
    extensions: { code: 'BOT_METHOD_INVALID', telegramCode: 400 },
  });
  expect(asOwner.calls.filter((call) => call !== 'users.GetUsers')).toEqual([]);
});

test.each(TRANSPORTS)('%s: who unsubscribes stops the feed: no call follows an update', async (_, subscribe) => {
  await using gateway = await startTestGateway();
  const { knock } = doorOf(gateway);
  const client = await subscribe(gateway.app.url, REQUESTS);
  await called(gateway, 'messages.GetChatInviteImporters');
  await gateway.query('{ node(id: "VXNlcjo3MDAwMDAwMDAx") { ... on User { username } } }'); // answered behind the list
  const lines = gateway.logLines.length;
  await client.close();
  await vi.waitFor(() => expect(gateway.logLines.length).toBeGreaterThan(lines), { interval: 5 });
  gateway.calls.length = 0;
  knock(1);
  // Each is answered behind what was pushed before it, and a list would be asked for before the next one.
  for (let each = 0; each < 2; each += 1)
    await gateway.query('{ node(id: "VXNlcjo3MDAwMDAwMDAx") { ... on User { username } } }');
  expect(gateway.calls).toEqual(['users.GetUsers', 'users.GetUsers']);
});

test('the session is ended: the stream ends with the error that tells why', async () => {
  const sandbox = await startSandbox();
  await using proxy = await startTcpProxy(sandbox);
  const session = sessionAt(account(sandbox, 'owner').session, proxy.port);
  await using gateway = await startTestGateway({ sandbox, env: { TELEGRAM_SESSION: session } });
  await using client = await subscribeSse(gateway.app.url, REQUESTS);
  sandbox.world.authorizations.clear();
  proxy.cut();
  expect((await next(client))?.errors?.[0]?.extensions).toMatchObject({
    code: 'AUTH_KEY_UNREGISTERED',
    reason: 'SESSION_DEAD',
  });
  expect((await client.next()).done).toBe(true);
});
