import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { chatOf } from '../../src/sandbox/world/chats.ts';
import { primaryInvite } from '../../src/sandbox/world/invites.ts';
import { requestToJoin } from '../../src/sandbox/world/knock.ts';
import { setMember } from '../../src/sandbox/world/membership.ts';
import { userOf } from '../../src/sandbox/world/users.ts';
import { JOINER, worldAt } from '../support/link-scene.ts';
import { type Answer, startTestGateway, type TestGateway } from '../support/start-gateway.ts';

let user: TestGateway;
let bot: TestGateway;
let now = Date.now();
beforeAll(async () => {
  const time = { clock: () => new Date(now), monotonic: () => now };
  [user, bot] = await Promise.all([startTestGateway(time), startTestGateway({ account: 'bot', ...time })]);
  const { world } = bot.sandbox;
  setMember(world, chatOf(world, GROUP), BOT, 'member');
  for (const { sandbox } of [user, bot]) {
    const community = chatOf(sandbox.world, COMMUNITY);
    const primary = primaryInvite(sandbox.world, community, OWNER);
    requestToJoin(worldAt(sandbox.world, -60), community, userOf(sandbox.world, JOINER), primary ?? null);
  }
  // The kind of the account is known from its first call on.
  await bot.query('{ account { user { isBot } } chat(peer: "sandbox_community") { id } }');
});
// What one test has met, a wait or a link that does not work, is over for the next.
afterEach(() => {
  now += 100_000;
});
afterAll(() => Promise.all([user, bot].map((gateway) => gateway[Symbol.asyncDispose]())));

const COMMUNITY = -1_002_000_000_001n;
const GROUP = -7001n;
const OWNER = 7_000_000_001n;
const BOT = 7_000_000_002n;
const WHAT_IS_TOLD = `{
  __typename
  ... on Error { message code }
  ... on TelegramError { telegramCode }
  ... on FloodWaitError { retryAfterSeconds }
  ... on AccountUnavailableError { reason }
  ... on TelegramUnavailableError { outcome }
}`;
const PEER = 'peer: "sandbox_community"';
/** Stands for a link of the chat that works: Telegram has to find the chat by it. */
const LINK = 'link: "A_LINK"';

/** A method, as the sandbox tells it, who may call it, and the errors that Telegram documents for it. */
interface Method {
  readonly method: string;
  readonly forBots: boolean;
  readonly documented: readonly [number, string][];
}

const EDIT: Method = {
  method: 'messages.EditExportedChatInvite',
  forBots: true,
  documented: [
    [400, 'BUSINESS_CONNECTION_NOT_ALLOWED'],
    [400, 'CHANNEL_PRIVATE'],
    [406, 'CHANNEL_PRIVATE'],
    [400, 'CHAT_ADMIN_REQUIRED'],
    [400, 'CHAT_INVITE_PERMANENT'],
    [400, 'INVITE_HASH_EXPIRED'],
    [406, 'INVITE_HASH_EXPIRED'],
    [400, 'PEER_ID_INVALID'],
    [403, 'CHAT_WRITE_FORBIDDEN'],
    [403, 'EDIT_BOT_INVITE_FORBIDDEN'],
  ],
};

const mutations: Record<string, Method> = {
  [`exportChatInvite(input: { ${PEER} })`]: {
    method: 'messages.ExportChatInvite',
    forBots: true,
    documented: [
      [400, 'BUSINESS_CONNECTION_NOT_ALLOWED'],
      [400, 'CHANNEL_INVALID'],
      [400, 'CHANNEL_MONOFORUM_UNSUPPORTED'],
      [400, 'CHANNEL_PRIVATE'],
      [406, 'CHANNEL_PRIVATE'],
      [400, 'CHAT_ADMIN_REQUIRED'],
      [403, 'CHAT_ADMIN_REQUIRED'],
      [400, 'CHAT_ID_INVALID'],
      [400, 'EXPIRE_DATE_INVALID'],
      [400, 'INPUT_USER_DEACTIVATED'],
      [400, 'MSG_ID_INVALID'],
      [400, 'PEER_ID_INVALID'],
      [400, 'PRICING_CHAT_INVALID'],
      [400, 'SUBSCRIPTION_PERIOD_INVALID'],
      [400, 'USAGE_LIMIT_INVALID'],
      [403, 'CHAT_WRITE_FORBIDDEN'],
    ],
  },
  [`editExportedChatInvite(input: { ${PEER}, ${LINK}, title: "x", usageLimit: 5 })`]: {
    ...EDIT,
    documented: [
      ...EDIT.documented,
      [400, 'EXPIRE_DATE_INVALID'],
      [400, 'PRICING_CHAT_INVALID'],
      [400, 'USAGE_LIMIT_INVALID'],
    ],
  },
  [`revokeExportedChatInvite(input: { ${PEER}, ${LINK} })`]: EDIT,
  [`deleteExportedChatInvite(input: { ${PEER}, ${LINK} })`]: {
    method: 'messages.DeleteExportedChatInvite',
    forBots: false,
    documented: [
      [400, 'BOT_METHOD_INVALID'],
      [400, 'BUSINESS_CONNECTION_NOT_ALLOWED'],
      [400, 'CHAT_ADMIN_REQUIRED'],
      [400, 'INVITE_HASH_EXPIRED'],
      [400, 'INVITE_REVOKED_MISSING'],
      [400, 'PEER_ID_INVALID'],
    ],
  },
  [`deleteRevokedExportedChatInvites(input: { ${PEER} })`]: {
    method: 'messages.DeleteRevokedExportedChatInvites',
    forBots: false,
    documented: [
      [400, 'ADMIN_ID_INVALID'],
      [400, 'BOT_METHOD_INVALID'],
      [400, 'BUSINESS_CONNECTION_NOT_ALLOWED'],
      [400, 'CHAT_ADMIN_REQUIRED'],
      [400, 'PEER_ID_INVALID'],
    ],
  },
  [`hideChatJoinRequest(input: { ${PEER}, user: "sandbox_joiner", approved: true })`]: {
    method: 'messages.HideChatJoinRequest',
    forBots: true,
    documented: [
      [400, 'BUSINESS_CONNECTION_NOT_ALLOWED'],
      [400, 'CHANNELS_TOO_MUCH'],
      [400, 'CHANNEL_PRIVATE'],
      [403, 'CHAT_ADMIN_INVITE_REQUIRED'],
      [400, 'CHAT_ADMIN_REQUIRED'],
      [403, 'CHAT_WRITE_FORBIDDEN'],
      [400, 'HIDE_REQUESTER_MISSING'],
      [400, 'INPUT_USER_DEACTIVATED'],
      [400, 'MSG_ID_INVALID'],
      [400, 'PEER_ID_INVALID'],
      [400, 'USER_ALREADY_PARTICIPANT'],
      [400, 'USER_CHANNELS_TOO_MUCH'],
      [403, 'USER_CHANNELS_TOO_MUCH'],
      [400, 'USER_ID_INVALID'],
      [403, 'USER_PRIVACY_RESTRICTED'],
      [403, 'USER_RESTRICTED'],
    ],
  },
  [`hideAllChatJoinRequests(input: { ${PEER}, ${LINK}, approved: true })`]: {
    method: 'messages.HideAllChatJoinRequests',
    forBots: false,
    documented: [
      [400, 'BOT_METHOD_INVALID'],
      [400, 'BUSINESS_CONNECTION_NOT_ALLOWED'],
      [400, 'CHANNELS_TOO_MUCH'],
      [400, 'CHANNEL_INVALID'],
      [400, 'CHANNEL_PRIVATE'],
      [403, 'CHAT_ADMIN_INVITE_REQUIRED'],
      [400, 'CHAT_ADMIN_REQUIRED'],
      [403, 'CHAT_WRITE_FORBIDDEN'],
      [400, 'HIDE_REQUESTER_MISSING'],
      [400, 'INVITE_HASH_EXPIRED'],
      [400, 'PEER_ID_INVALID'],
      [400, 'USER_CHANNELS_TOO_MUCH'],
    ],
  },
  [`importChatInvite(input: { ${LINK} })`]: {
    method: 'messages.ImportChatInvite',
    forBots: false,
    documented: [
      [400, 'BOT_METHOD_INVALID'],
      [400, 'BUSINESS_CONNECTION_NOT_ALLOWED'],
      [400, 'CHANNELS_TOO_MUCH'],
      [400, 'CHANNEL_INVALID'],
      [400, 'CHANNEL_PRIVATE'],
      [400, 'CHAT_INVALID'],
      [400, 'INVITE_HASH_EMPTY'],
      [406, 'INVITE_HASH_EXPIRED'],
      [400, 'INVITE_HASH_INVALID'],
      [400, 'INVITE_REQUEST_DECLINED'],
      [400, 'MSG_ID_INVALID'],
      [400, 'PEER_ID_INVALID'],
      [400, 'STARS_PAYMENT_REQUIRED'],
      [400, 'USERS_TOO_MUCH'],
      [400, 'USER_ALREADY_PARTICIPANT'],
      [400, 'USER_BANNED_IN_CHANNEL'],
      [400, 'USER_CHANNELS_TOO_MUCH'],
      [403, 'USER_RESTRICTED'],
    ],
  },
};

const accounts = { user: () => user, bot: () => bot };
const accountsFor = ({ forBots }: Method) =>
  forBots ? Object.entries(accounts) : Object.entries(accounts).slice(0, 1);

/** The document with a link of the chat in it, sent while Telegram refuses the method so. */
async function refused(
  gateway: TestGateway,
  document: string,
  refusal: Parameters<TestGateway['sandbox']['world']['refusals']['set']>[1],
): Promise<Answer<Record<string, never>>> {
  const { world } = gateway.sandbox;
  world.refusals.clear();
  for (const chat of [COMMUNITY, GROUP]) world.refusals.set(chat, refusal);
  // Trouble of Telegram's own is met by looking and asking again for as long as there is time.
  const headers = refusal.code === 500 ? { 'x-deadline-ms': '600' } : {};
  return gateway.query(withLink(gateway, document), {}, headers);
}

function withLink({ sandbox: { world } }: TestGateway, document: string): string {
  return document.replace('A_LINK', primaryInvite(world, chatOf(world, COMMUNITY), OWNER)?.link ?? '');
}

const UNAVAILABLE = { __typename: 'TelegramUnavailableError', outcome: 'UNKNOWN' };

/** What a look tells where Telegram has trouble: somebody waits still; there is no revoked link. */
const LOOKED_AT: Readonly<Record<string, object>> = {
  hideAllChatJoinRequests: { ...UNAVAILABLE, outcome: 'NOT_EXECUTED' },
  deleteRevokedExportedChatInvites: { __typename: 'DeletedRevokedExportedChatInvites' },
};

const typeNameOf = (type: string) =>
  `${type.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Error`;

describe.each(Object.entries(mutations))('%s', (field, method) => {
  const document = `mutation { result: ${field} ${WHAT_IS_TOLD} }`;

  describe.each(accountsFor(method))('of a %s account', (_, gateway) => {
    const refusedWith = async (code: number, type: string) =>
      (await refused(gateway(), document, { code, type, method: method.method })).data?.['result'];

    test.each(method.documented)('%i %s is a type of its own', async (code, type) => {
      expect(await refusedWith(code, type)).toEqual({
        __typename: typeNameOf(type),
        code: type,
        telegramCode: code,
        message: expect.stringMatching(/\w+ \w+/),
      });
    });

    test.each([
      [420, 'FLOOD_WAIT_17', { __typename: 'FloodWaitError', retryAfterSeconds: 17 }],
      [500, 'RPC_CALL_FAIL', LOOKED_AT[field.split('(')[0] ?? ''] ?? UNAVAILABLE],
      [400, 'BRAND_NEW_THING', { __typename: 'UnexpectedTelegramError', code: 'BRAND_NEW_THING' }],
    ])('%i %s is what it is anywhere', async (code, type, answer) => {
      expect(await refusedWith(code, type)).toMatchObject(answer);
    });
  });

  if (!method.forBots) {
    test('of a bot account is refused before any call, with who can', async () => {
      bot.calls.length = 0;
      expect((await bot.query(withLink(bot, document))).data?.['result']).toEqual({
        __typename: 'BotMethodInvalidError',
        code: 'BOT_METHOD_INVALID',
        telegramCode: 400,
        message: expect.stringContaining('a user account can'),
      });
      expect(bot.calls).toEqual([]);
    });
  }
});

test.each(['INVITE_REQUEST_SENT', 'JOIN_GUARD_TIMEOUT'])('400 %s of a join is a success', async (type) => {
  const document = `mutation { result: importChatInvite(input: { ${LINK} }) ${WHAT_IS_TOLD} }`;
  const answer = await refused(user, document, { code: 400, type, method: 'messages.ImportChatInvite' });
  expect(answer.data?.['result']).toEqual({ __typename: 'JoinRequestSent' });
});

const importers: readonly [number, string][] = [
  [400, 'CHANNEL_INVALID'],
  [400, 'CHANNEL_PRIVATE'],
  [400, 'CHAT_ADMIN_REQUIRED'],
  [403, 'CHAT_WRITE_FORBIDDEN'],
  [400, 'INVITE_HASH_EXPIRED'],
  [400, 'PEER_ID_INVALID'],
  [400, 'SEARCH_WITH_LINK_NOT_SUPPORTED'],
];
const ofChat = (field: string, peer = 'sandbox_community') => `{ chat(peer: "${peer}") { ${field} } }`;
const IMPORTERS = { method: 'messages.GetChatInviteImporters', forBots: false, documented: importers };

const reads: Record<string, Method> = {
  [ofChat(`exportedInvite(${LINK}) { title }`)]: {
    method: 'messages.GetExportedChatInvite',
    forBots: false,
    documented: [
      [400, 'CHANNEL_INVALID'],
      [400, 'CHANNEL_PRIVATE'],
      [400, 'CHAT_ADMIN_REQUIRED'],
      [403, 'CHAT_WRITE_FORBIDDEN'],
      [400, 'INVITE_HASH_EXPIRED'],
      [400, 'PEER_ID_INVALID'],
    ],
  },
  [ofChat('exportedInvites(first: 1) { totalCount }')]: {
    method: 'messages.GetExportedChatInvites',
    forBots: false,
    documented: [
      [400, 'ADMIN_ID_INVALID'],
      [400, 'CHANNEL_INVALID'],
      [400, 'CHANNEL_PRIVATE'],
      [400, 'CHAT_ADMIN_REQUIRED'],
      [400, 'CHAT_ID_INVALID'],
      [403, 'CHAT_WRITE_FORBIDDEN'],
      [400, 'PEER_ID_INVALID'],
    ],
  },
  [ofChat('adminsWithInvites { invitesCount }')]: {
    method: 'messages.GetAdminsWithInvites',
    forBots: false,
    documented: [
      [400, 'CHAT_ADMIN_REQUIRED'],
      [403, 'CHAT_WRITE_FORBIDDEN'],
      [400, 'PEER_ID_INVALID'],
    ],
  },
  [ofChat('joinRequests(first: 1) { totalCount }')]: IMPORTERS,
  [ofChat(`exportedInvite(${LINK}) { importers(first: 1) { totalCount } }`)]: IMPORTERS,
  [ofChat(`exportedInvite(${LINK}) { pendingRequests(first: 1) { totalCount } }`)]: IMPORTERS,
  [ofChat(`exportedInvite(${LINK}) { expiredSubscribers(first: 1) { totalCount } }`)]: IMPORTERS,
  [ofChat('permanentInvite { title }')]: {
    method: 'channels.GetFullChannel',
    forBots: true,
    documented: [
      [400, 'CHANNEL_INVALID'],
      [406, 'CHANNEL_PRIVATE'],
      [403, 'CHANNEL_PUBLIC_GROUP_NA'],
      [400, 'CHAT_NOT_MODIFIED'],
      [400, 'MSG_ID_INVALID'],
    ],
  },
  [ofChat('permanentInvite { title }', '-7001')]: {
    method: 'messages.GetFullChat',
    forBots: true,
    documented: [
      [400, 'CHAT_ID_INVALID'],
      [400, 'PEER_ID_INVALID'],
    ],
  },
  [`{ checkChatInvite(${LINK}) { __typename } }`]: {
    method: 'messages.CheckChatInvite',
    forBots: false,
    documented: [
      [400, 'CHANNEL_PRIVATE'],
      [406, 'CHANNEL_PRIVATE'],
      [400, 'INVITE_HASH_EMPTY'],
      [400, 'INVITE_HASH_EXPIRED'],
      [406, 'INVITE_HASH_EXPIRED'],
      [400, 'INVITE_HASH_INVALID'],
    ],
  },
};

describe.each(Object.entries(reads))('%s', (document, method) => {
  describe.each(accountsFor(method))('of a %s account', (_, gateway) => {
    test.each([...method.documented, [400, 'BUSINESS_CONNECTION_NOT_ALLOWED'] as const])(
      '%i %s is the code of the error',
      async (telegramCode, code) => {
        const { errors } = await refused(gateway(), document, {
          code: telegramCode,
          type: code,
          method: method.method,
        });
        expect(errors).toHaveLength(1);
        expect(errors?.[0]?.extensions).toMatchObject({ code, telegramCode });
      },
    );

    test('420 FLOOD_WAIT_17 tells how long to wait', async () => {
      const answer = await refused(gateway(), document, { code: 420, type: 'FLOOD_WAIT_17', method: method.method });
      expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'FLOOD_WAIT', retryAfterSeconds: 17 });
    });
  });

  if (!method.forBots) {
    test('of a bot account is refused before the call, with who can', async () => {
      bot.calls.length = 0;
      const { errors } = await bot.query(withLink(bot, document));
      expect(errors?.[0]).toMatchObject({
        message: expect.stringContaining('a user account can'),
        extensions: { code: 'BOT_METHOD_INVALID', telegramCode: 400 },
      });
      expect(bot.calls).not.toContain(method.method);
    });
  }
});
