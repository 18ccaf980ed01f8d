import { expect, test } from 'vitest';
import {
  AccountNotFoundError,
  AccountUnavailableError,
  InvalidInputError,
  PeerNotFoundError,
} from '../../../src/services/errors/errors.ts';
import type { Services } from '../../../src/services/index.ts';
import type { RoutedCall } from '../../../src/services/routing/route.ts';
import { RpcFailure, TransportFailure } from '../../../src/telegram/rpc-error.ts';
import { Api } from '../../../src/telegram/tl.ts';
import { CHAT, fakeAccount, routeAmong, routingAmong } from '../../support/fake-accounts.ts';

const { messages } = Api;
const settings = { requestNeeded: false, expireDate: null, usageLimit: null, title: null, subscriptionPricing: null };

function exportTo(peer: string, call: Partial<RoutedCall> = {}) {
  const input = { ...settings, peer, legacyRevokePermanent: false };
  return [
    { method: messages.ExportChatInvite, account: null, peer, ...call },
    ({ chatInvites }: Pick<Services, 'chatInvites'>) => chatInvites.export(input),
  ] as const;
}

const revoke = (link: string, account: string | null = null) =>
  [
    { method: messages.EditExportedChatInvite, account, peer: CHAT, link },
    ({ chatInvites }: Pick<Services, 'chatInvites'>) => chatInvites.revoke({ peer: CHAT, link }),
  ] as const;

/** Whose link an export made. */
const maker = async (made: Promise<object>) => ((await made) as { readonly adminId: string }).adminId;

const refusing = (...args: ConstructorParameters<typeof RpcFailure>) => ({
  'messages.ExportChatInvite': () => {
    throw new RpcFailure(...args);
  },
});
const flooded = refusing(420, 'FLOOD_WAIT_30');

test('one account gets everything at once, and nothing is asked for it', async () => {
  const only = fakeAccount('owner', { hasSeen: false });
  const route = routeAmong([only]);
  await route(...exportTo('@some_group'));
  expect(only.calls()).toEqual(['ResolveUsername', 'ExportChatInvite']);
});

test('a warm route costs no extra call', async () => {
  const [owner, ann] = [fakeAccount('owner'), fakeAccount('ann')];
  const route = routeAmong([owner, ann]);
  await route(...exportTo(CHAT));
  expect(owner.calls()).toEqual(['GetChannels', 'ExportChatInvite']);
  await route(...exportTo(CHAT));
  await route(...exportTo(CHAT));
  expect(owner.calls().slice(2)).toEqual(['ExportChatInvite', 'ExportChatInvite']);
  expect(ann.calls()).toEqual([]);
});

test('a cold one costs at most one a candidate', async () => {
  const owner = fakeAccount('owner', { right: 'MEMBER' });
  const [ann, zoe] = [fakeAccount('ann', { right: 'OUTSIDE' }), fakeAccount('zoe')];
  const route = routeAmong([owner, ann, zoe]);
  expect(await maker(route(...exportTo(CHAT)))).toBe(zoe.userId);
  expect(await maker(route(...exportTo(CHAT)))).toBe(zoe.userId);
  expect([owner.calls(), ann.calls()]).toEqual([['GetChannels'], ['GetChannels']]);
  expect(zoe.calls()).toEqual(['ExportChatInvite', 'ExportChatInvite']);
});

test('a username is resolved by one account, and its id looked up in the others’ rows', async () => {
  const owner = fakeAccount('owner', { hasSeen: false, right: 'MEMBER' });
  const [ann, zoe] = [fakeAccount('ann', { hasSeen: false }), fakeAccount('zoe')];
  const route = routeAmong([owner, ann, zoe]);
  expect(await maker(route(...exportTo('@some_group')))).toBe(zoe.userId);
  expect(owner.calls()).toEqual(['ResolveUsername', 'ExportChatInvite']);
  expect(zoe.calls()).toEqual(['ExportChatInvite']);
  expect(await maker(route(...exportTo('@some_group')))).toBe(zoe.userId);
  expect(owner.calls().slice(2)).toEqual(['GetChannels']);
  expect(ann.calls()).toEqual([]);
});

test('a username that nobody has is asked for once', async () => {
  const [owner, ann] = [fakeAccount('owner'), fakeAccount('ann')];
  await expect(routeAmong([owner, ann])(...exportTo('@some_body'))).rejects.toThrow('Nobody has this username');
  expect([...owner.calls(), ...ann.calls()]).toEqual(['ResolveUsername']);
});

test('an id that no account has seen: the default alone looks through its dialogs', async () => {
  const [owner, ann] = [fakeAccount('owner', { hasSeen: false }), fakeAccount('ann', { hasSeen: false })];
  await expect(routeAmong([owner, ann])(...exportTo(CHAT))).rejects.toThrow(PeerNotFoundError);
  expect(owner.calls()).toEqual(['GetDialogs']);
  expect(ann.calls()).toEqual([]);
});

test('an account that has not seen the chat is not asked', async () => {
  const [owner, ann] = [fakeAccount('owner', { hasSeen: false }), fakeAccount('ann')];
  expect(await maker(routeAmong([owner, ann])(...exportTo(CHAT)))).toBe(ann.userId);
  expect(owner.calls()).toEqual([]);
});

test('what is broken is told before any call', async () => {
  const [owner, ann] = [fakeAccount('owner', { hasSeen: false }), fakeAccount('ann', { hasSeen: false })];
  const route = routeAmong([owner, ann]);
  const [call] = exportTo('@some_group');
  const broken = { ...settings, peer: '@some_group', legacyRevokePermanent: false, usageLimit: 0 };
  await expect(route(call, ({ chatInvites }) => chatInvites.export(broken))).rejects.toThrow('usageLimit');
  await expect(route(...exportTo('no chat'))).rejects.toThrow('names no chat');
  expect([...owner.calls(), ...ann.calls()]).toEqual([]);
});

test('a bot account is found where it alone may', async () => {
  const owner = fakeAccount('owner', { right: 'MEMBER' });
  const [lost, bot] = [
    fakeAccount('a-bot', { hasSeen: false, right: 'OUTSIDE' }),
    fakeAccount('b-bot', { hasSeen: false }),
  ];
  const route = routeAmong([owner, lost, bot]);
  expect(await maker(route(...exportTo(CHAT)))).toBe(bot.userId);
  expect(lost.calls()).toEqual(['GetChannels']);
  const uses = { ...exportTo(CHAT)[0], method: Api.updates.GetDifference, kind: 'BOT' } as const;
  expect(await route(uses, async (_services, { name }) => name)).toBe('b-bot');
});

test('a bot that is not in a chat does not resolve its username once more', async () => {
  const owner = fakeAccount('owner', { hasSeen: false, right: 'MEMBER' });
  const bot = fakeAccount('a-bot', { hasSeen: false, right: 'OUTSIDE' });
  const route = routeAmong([owner, bot]);
  await expect(route(...exportTo('@some_group'))).rejects.toMatchObject({ code: 'CHAT_ADMIN_REQUIRED' });
  await expect(route(...exportTo('@some_group'))).rejects.toMatchObject({ code: 'CHAT_ADMIN_REQUIRED' });
  expect(owner.calls()).toEqual(['ResolveUsername', 'ExportChatInvite', 'ExportChatInvite']);
  expect(bot.calls()).toEqual(['GetChannels']);
});

test('who was refused is asked once whether the right is still there, and the next does it meanwhile', async () => {
  const [owner, ann] = [fakeAccount('owner'), fakeAccount('ann')];
  const route = routeAmong([owner, ann]);
  await route(...exportTo(CHAT));
  owner.right = 'MEMBER';
  expect(await maker(route(...exportTo(CHAT)))).toBe(ann.userId);
  expect(owner.calls()).toEqual(['GetChannels', 'ExportChatInvite', 'ExportChatInvite']);
  await route(...exportTo(CHAT));
  await route(...exportTo(CHAT));
  expect(owner.calls().slice(3)).toEqual(['GetChannels']);
});

test('all refuse: the best’s refusal is the answer', async () => {
  const owner = fakeAccount('owner', { answers: refusing(403, 'CHAT_WRITE_FORBIDDEN') });
  const ann = fakeAccount('ann', { answers: refusing(400, 'CHANNEL_PRIVATE') });
  await expect(routeAmong([owner, ann])(...exportTo(CHAT))).rejects.toMatchObject({ code: 'CHAT_WRITE_FORBIDDEN' });
  expect(ann.calls()).toEqual(['ExportChatInvite']);
});

test('who has to wait is better than who may not', async () => {
  const owner = fakeAccount('owner', { answers: refusing(400, 'CHAT_ADMIN_REQUIRED') });
  const ann = fakeAccount('ann', { answers: flooded });
  await expect(routeAmong([owner, ann])(...exportTo(CHAT))).rejects.toMatchObject({ code: 'FLOOD_WAIT' });
});

test('what says nothing of the account does not move on', async () => {
  const owner = fakeAccount('owner', { answers: refusing(400, 'PRICING_CHAT_INVALID') });
  const ann = fakeAccount('ann');
  await expect(routeAmong([owner, ann])(...exportTo(CHAT))).rejects.toMatchObject({ code: 'PRICING_CHAT_INVALID' });
  expect(ann.calls()).toEqual([]);
});

test('a flood wait is no failure while another of the kind may do it, and it is passed over from then on', async () => {
  const owner = fakeAccount('owner', { answers: flooded });
  const [bot, zoe] = [fakeAccount('a-bot'), fakeAccount('zoe')];
  const route = routeAmong([owner, bot, zoe]);
  expect(await maker(route(...exportTo(CHAT)))).toBe(zoe.userId);
  expect(await maker(route(...exportTo(CHAT)))).toBe(zoe.userId);
  expect(owner.calls()).toEqual(['GetChannels', 'ExportChatInvite']);
  expect(bot.calls()).toEqual([]);
});

test('a flood wait does not go on to another kind', async () => {
  const [owner, bot] = [fakeAccount('owner', { answers: flooded }), fakeAccount('a-bot')];
  await expect(routeAmong([owner, bot])(...exportTo(CHAT))).rejects.toMatchObject({ code: 'FLOOD_WAIT' });
  expect(bot.calls()).toEqual([]);
});

test('an account that was asked for is never replaced', async () => {
  const [owner, ann] = [fakeAccount('owner'), fakeAccount('ann', { answers: flooded })];
  const route = routeAmong([owner, ann]);
  await expect(route(...exportTo(CHAT, { account: 'ann' }))).rejects.toMatchObject({ code: 'FLOOD_WAIT' });
  ann.right = 'MEMBER';
  await expect(route(...exportTo(CHAT, { account: 'ann' }))).rejects.toMatchObject({ code: 'FLOOD_WAIT' });
  expect(owner.calls()).toEqual([]);
  await expect(route(...exportTo(CHAT, { account: 'bob' }))).rejects.toThrow(AccountNotFoundError);
});

test('what is the account’s own goes to the default account and no further', async () => {
  const [owner, ann] = [fakeAccount('owner', { answers: flooded }), fakeAccount('ann')];
  const own = exportTo(CHAT, { isMine: true });
  await expect(routeAmong([owner, ann])(...own)).rejects.toMatchObject({ code: 'FLOOD_WAIT' });
  expect(ann.calls()).toEqual([]);
});

test('else to the only one that may, and of several it asks which', async () => {
  const [owner, ann, zoe] = [fakeAccount('owner', { right: 'MEMBER' }), fakeAccount('ann'), fakeAccount('zoe')];
  const own = exportTo(CHAT, { isMine: true });
  await expect(routeAmong([owner, ann, zoe])(...own)).rejects.toThrow(InvalidInputError);
  expect([owner.calls(), ann.calls(), zoe.calls()]).toEqual([['GetChannels'], ['GetChannels'], ['GetChannels']]);
  zoe.right = 'MEMBER';
  await expect(maker(routeAmong([owner, ann])(...own))).resolves.toBe(ann.userId);
});

test('the default’s own chat may go by a username that nobody has resolved', async () => {
  const [owner, ann] = [fakeAccount('owner', { hasSeen: false, right: 'MEMBER' }), fakeAccount('ann')];
  const own = exportTo('@some_group', { isMine: true });
  expect(await maker(routeAmong([owner, ann])(...own))).toBe(ann.userId);
  expect(owner.calls()).toEqual(['ResolveUsername', 'ExportChatInvite', 'GetChannels']);
});

test('a link is changed by who made it', async () => {
  const links = new Map();
  const owner = fakeAccount('owner', { right: 'OWNER', links });
  const bot = fakeAccount('a-bot', { links });
  const route = routeAmong([owner, bot]);
  await route(...exportTo(CHAT, { account: 'a-bot' }));
  const [hash] = [...links.keys()];
  expect(await maker(route(...revoke(hash)))).toBe(bot.userId);
  expect(owner.calls()).toEqual([]);
});

test('who made a link that no account has seen is read first: a bot’s link is changed by that bot alone', async () => {
  const bot = fakeAccount('b-bot', { links: new Map([['AbCdEfGhIjKlMnOp', 7_002n]]), id: 7_002n });
  const links = new Map([['AbCdEfGhIjKlMnOp', 7_002n]]);
  const [owner, other] = [fakeAccount('owner', { right: 'OWNER', links }), fakeAccount('a-bot', { links })];
  expect(await maker(routeAmong([owner, other, bot])(...revoke('AbCdEfGhIjKlMnOp')))).toBe('7002');
  expect(owner.calls()).toEqual(['GetChannels', 'GetExportedChatInvite']);
  expect(other.calls()).toEqual([]);
});

test('a requester is decided by who can address the requester', async () => {
  const [owner, ann] = [fakeAccount('owner'), fakeAccount('ann', { hasMet: 55n })];
  const call = { method: messages.HideChatJoinRequest, account: null, peer: CHAT, user: '55' };
  const name = await routeAmong([owner, ann])(call, async (_services, account) => account.name);
  expect(name).toBe('ann');
});

test('an account that is held, or that has no connection, is passed over', async () => {
  const hold = { reason: 'LIMITED', code: 'PEER_FLOOD', telegramCode: 400, since: new Date(0) } as const;
  const owner = fakeAccount('owner', { deps: { hold: { current: async () => hold, note: async () => {}, lift: async () => {} } } });
  const down = { connection: () => ({ state: 'DOWN', since: new Date(0), end: null }) as const };
  const [ann, zoe] = [fakeAccount('ann', { deps: down }), fakeAccount('zoe')];
  expect(await maker(routeAmong([owner, ann, zoe])(...exportTo(CHAT)))).toBe(zoe.userId);
  await expect(routeAmong([owner, ann])(...exportTo(CHAT))).rejects.toThrow(AccountUnavailableError);
  const look = { method: messages.GetExportedChatInvites, account: null, peer: CHAT };
  expect(await routeAmong([owner, ann])(look, async (_services, { name }) => name)).toBe('owner');
});

test('an account that Telegram limits with this very call lets another do it', async () => {
  const [owner, ann] = [fakeAccount('owner', { answers: refusing(400, 'PEER_FLOOD') }), fakeAccount('ann')];
  expect(await maker(routeAmong([owner, ann])(...exportTo(CHAT)))).toBe(ann.userId);
});

test('an account that does not run is passed over, and tells why where it is the best', async () => {
  const reason = new AccountUnavailableError('BANNED', { code: 'USER_DEACTIVATED_BAN', telegramCode: 401 });
  const owner = { ...fakeAccount('owner'), services: null, failure: () => reason };
  const ann = fakeAccount('ann');
  expect(await maker(routeAmong([owner, ann])(...exportTo(CHAT)))).toBe(ann.userId);
  await expect(routeAmong([owner])(...exportTo(CHAT))).rejects.toThrow(reason);
  await expect(routeAmong([])(...exportTo(CHAT))).rejects.toThrow('has no account so far');
});

test('after an uncertain outcome nothing goes through another account, whatever is refused later', async () => {
  const told: Error[] = [
    new TransportFailure('The connection was lost.', 'UNKNOWN', { isOver: true }),
    new RpcFailure(400, 'CHAT_ADMIN_REQUIRED'),
  ];
  const answers = {
    'messages.ExportChatInvite': () => {
      throw told.shift() ?? new Error('a third sending');
    },
    'messages.GetExportedChatInvites': () => new Api.messages.ExportedChatInvites({ count: 0, invites: [], users: [] }),
  };
  const [owner, ann] = [fakeAccount('owner', { answers }), fakeAccount('ann')];
  await expect(routeAmong([owner, ann])(...exportTo(CHAT))).rejects.toMatchObject({ code: 'CHAT_ADMIN_REQUIRED' });
  expect(told).toEqual([]);
  expect(ann.calls()).toEqual([]);
});

test('a read is passed on after any refusal of the account', async () => {
  const [owner, ann] = [fakeAccount('owner'), fakeAccount('ann', { right: 'OWNER' })];
  const call = { method: messages.GetAdminsWithInvites, account: null, peer: CHAT };
  expect(await routeAmong([owner, ann])(call, async (_services, { name }) => name)).toBe('ann');
});

test('who is looked up by an id is shared out among those who have seen the id, or are it', async () => {
  const [bot, ann] = [fakeAccount('a-bot', { hasSeen: false }), fakeAccount('ann', { hasMet: 55n })];
  const { pick } = routingAmong([bot, ann]);
  const answering = async (peer: string, account: string | null = null) =>
    (await pick({ method: Api.users.GetUsers, account, peer })).name;
  expect(await answering('55')).toBe('ann');
  expect(await answering(`${ann.userId}`)).toBe('ann');
  expect(await answering(`${bot.userId}`)).toBe('a-bot');
  expect(await answering('66')).toBe('a-bot'); // the default
  expect(await answering('55', 'a-bot')).toBe('a-bot');
  await expect(answering('55', 'bob')).rejects.toThrow(AccountNotFoundError);
  expect([...bot.calls(), ...ann.calls()]).toEqual([]);
});
