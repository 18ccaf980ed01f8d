import { Api, type TelegramClient } from 'telegram';
import { Raw } from 'telegram/events/index.js';
import { expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { fromLong, toLong } from '../../src/sandbox/views/long.ts';
import { accessHash } from '../../src/sandbox/world/access-hash.ts';
import { type Chat, findChatByUsername } from '../../src/sandbox/world/chats.ts';
import { addInvite, type Invite } from '../../src/sandbox/world/invites.ts';
import { requestToJoin, takeRequests } from '../../src/sandbox/world/knock.ts';
import { leaveChat, setMember } from '../../src/sandbox/world/membership.ts';
import { addUser } from '../../src/sandbox/world/users.ts';
import type { World } from '../../src/sandbox/world.ts';
import { connectDevice } from '../support/connect-device.ts';
import { ADA, BOT, OWNER } from '../support/sandbox-links.ts';
import { account, connectGramjs, startSandbox } from '../support/start-sandbox.ts';

function community({ world }: Pick<Sandbox, 'world'>): Chat {
  const chat = findChatByUsername(world, 'sandbox_community');
  if (!chat) throw new Error('no @sandbox_community');
  return chat;
}

/** So many people, new to the world, ask to be let in. */
function knock(world: World, chat: Chat, count: number, invite: Invite | null = null): bigint[] {
  return Array.from({ length: count }, (_, each) => {
    const id = 8_000_000_000n + BigInt(world.users.size);
    requestToJoin(world, chat, addUser(world, { id, firstName: `Guest ${each}`, about: `bio ${each}` }), invite);
    return id;
  });
}

/** The updates of this class that an unmodified GramJS hands to its handlers, one at each call. */
function updatesOf<U extends Api.TypeUpdate>(client: TelegramClient, type: { new (args: never): U }): () => Promise<U> {
  const heard = new ReadableStream<U>({
    start(stream) {
      client.addEventHandler((update: unknown) => update instanceof type && stream.enqueue(update), new Raw({}));
    },
  }).getReader();
  return async () => {
    const { value } = await heard.read();
    if (!value) throw new Error('the client ended');
    return value;
  };
}

test('a request to join reaches every signed-in device of who may invite, through an unmodified GramJS', async () => {
  await using sandbox = await startSandbox();
  await using joiner = await connectGramjs(sandbox, account(sandbox, 'joiner').session);
  await using owner = await connectGramjs(sandbox, account(sandbox, 'owner').session);
  await using second = await connectGramjs(sandbox, '');
  const { phone, code } = account(sandbox, 'owner');
  const phoneNumber = phone ?? '';
  const settings = new Api.CodeSettings({});
  const sent = await second.client.invoke(new Api.auth.SendCode({ phoneNumber, apiId: 1, apiHash: 'x', settings }));
  if (!(sent instanceof Api.auth.SentCode)) throw new Error(sent.className);
  const proof = { phoneNumber, phoneCodeHash: sent.phoneCodeHash, phoneCode: code ?? '' };
  await second.client.invoke(new Api.auth.SignIn(proof));

  const heard = [owner, second].map(({ client }) => updatesOf(client, Api.UpdatePendingJoinRequests)());
  const { hash } = addInvite(sandbox.world, community(sandbox), OWNER, { requestNeeded: true });
  const joining = joiner.client.invoke(new Api.messages.ImportChatInvite({ hash }));
  await expect(joining).rejects.toMatchObject({ errorMessage: 'INVITE_REQUEST_SENT' });
  for (const update of await Promise.all(heard)) {
    const { peer, requestsPending, recentRequesters } = update;
    expect(peer).toBeInstanceOf(Api.PeerChannel);
    expect([requestsPending, recentRequesters.map(fromLong)]).toEqual([1, [7_000_000_007n]]);
  }
});

test('people are told how many wait and the last three, in their own view, at every change', async () => {
  await using sandbox = await startSandbox();
  const { world } = sandbox;
  await using owner = await connectDevice(sandbox, 'owner');
  const [first] = knock(world, community(sandbox), 5);
  takeRequests(world, community(sandbox), ({ userId }) => userId !== first);
  takeRequests(world, community(sandbox), () => true);
  const pushed = await owner.updatesUntilNow();
  const told = pushed.map(({ updates: [update] }) =>
    update instanceof Api.UpdatePendingJoinRequests
      ? [update.requestsPending, update.recentRequesters.length]
      : update?.className,
  );
  const [, , , fourth] = pushed;
  expect(told).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 3],
    [5, 3],
    [1, 1],
    [0, 0],
  ]);
  expect(fourth).toMatchObject({ seq: 0, chats: [], users: [{}, {}, {}] });
  for (const user of fourth?.users ?? []) {
    if (!(user instanceof Api.User) || !user.accessHash) throw new Error('a user with a hash');
    expect(fromLong(user.accessHash)).toBe(accessHash(world, OWNER, 'user', fromLong(user.id)));
  }
});

test('nobody without the right is told who waits; with it, they are', async () => {
  await using sandbox = await startSandbox();
  const { world } = sandbox;
  await using ada = await connectDevice(sandbox, 'ada');
  knock(world, community(sandbox), 1);
  setMember(world, community(sandbox), ADA, 'admin', false);
  knock(world, community(sandbox), 1);
  expect(await ada.updatesUntilNow()).toEqual([]);
  setMember(world, community(sandbox), ADA, 'admin', true);
  knock(world, community(sandbox), 1);
  expect((await ada.nextUpdates()).updates).toMatchObject([{ requestsPending: 3 }]);
});

test('what people missed while they were away is lost: neither the session nor updates.getDifference brings it', async () => {
  await using sandbox = await startSandbox();
  const first = await connectDevice(sandbox, 'owner');
  const { sessionId } = first.session;
  first.close();
  knock(sandbox.world, community(sandbox), 1);
  await using second = await connectDevice(sandbox, 'owner', sessionId + 1n);
  expect(await second.updatesUntilNow()).toEqual([]);
  await using owner = await connectGramjs(sandbox, account(sandbox, 'owner').session);
  const difference = await owner.client.invoke(new Api.updates.GetDifference({ pts: 1, qts: 0, date: 1 }));
  expect(difference).toBeInstanceOf(Api.updates.DifferenceEmpty);
});

test('a bot is told each request with its link: its own whole, another admin’s cut, none by a username', async () => {
  await using sandbox = await startSandbox();
  const { world } = sandbox;
  const chat = community(sandbox);
  await using bot = await connectDevice(sandbox, 'bot');
  const own = addInvite(world, chat, BOT, { requestNeeded: true });
  const theirs = addInvite(world, chat, OWNER, { requestNeeded: true });
  const ids = [own, theirs, null].flatMap((invite) => knock(world, chat, 1, invite));
  takeRequests(world, chat, () => true);
  const pushed = await bot.updatesUntilNow();
  const requests = pushed.flatMap(({ updates }) => updates);
  expect(requests).toHaveLength(3);
  const links: unknown[] = [];
  for (const [each, request] of requests.entries()) {
    if (!(request instanceof Api.UpdateBotChatInviteRequester)) throw new Error(request.className);
    expect([request.qts, fromLong(request.userId), request.about]).toEqual([each + 1, ids[each], 'bio 0']);
    links.push(request.invite instanceof Api.ChatInviteExported ? request.invite.link : request.invite.className);
  }
  expect(links).toEqual([own.link, `${theirs.link.slice(0, 22)}...`, 'ChatInvitePublicJoinRequests']);
  const { chats, users } = pushed[1] ?? {};
  const hash = toLong(accessHash(world, BOT, 'channel', chat.id));
  expect(chats).toMatchObject([{ id: toLong(chat.id), accessHash: hash }]);
  expect(users?.map(({ id }) => fromLong(id))).toEqual([ids[1], OWNER]);
});

test('a bot is told who came by which link, who let them in and who left, through an unmodified GramJS', async () => {
  await using sandbox = await startSandbox();
  await using joiner = await connectGramjs(sandbox, account(sandbox, 'joiner').session);
  await using bot = await connectGramjs(sandbox, account(sandbox, 'bot').session);
  const { hash, link } = addInvite(sandbox.world, community(sandbox), BOT);

  const next = updatesOf(bot.client, Api.UpdateChannelParticipant);
  await joiner.client.invoke(new Api.messages.ImportChatInvite({ hash }));
  expect(await next()).toMatchObject({
    actorId: toLong(7_000_000_007n),
    userId: toLong(7_000_000_007n),
    prevParticipant: null,
    newParticipant: { className: 'ChannelParticipant', userId: toLong(7_000_000_007n) },
    invite: { link },
    qts: 1,
  });

  leaveChat(sandbox.world, community(sandbox), 7_000_000_007n);
  expect(await next()).toMatchObject({
    prevParticipant: { className: 'ChannelParticipant' },
    newParticipant: null,
    invite: null,
    qts: 2,
  });
});

test('pushes to an account that loses updates go nowhere, until it loses them no more', async () => {
  await using sandbox = await startSandbox();
  const { world } = sandbox;
  await using owner = await connectDevice(sandbox, 'owner');
  world.losesUpdates.add(OWNER);
  knock(world, community(sandbox), 1);
  expect(await owner.updatesUntilNow()).toEqual([]);
  world.losesUpdates.delete(OWNER);
  knock(world, community(sandbox), 1);
  expect((await owner.nextUpdates()).updates).toMatchObject([{ requestsPending: 2 }]);
});
