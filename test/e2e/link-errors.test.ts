import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const COMMUNITY = -1_002_000_000_001n;
const WHAT_IS_TOLD = `{
  __typename
  ... on Error { message }
  ... on TelegramError { code type }
  ... on FloodWaitError { retryAfterSeconds }
  ... on AccountUnavailableError { reason }
  ... on TelegramUnavailableError { outcome }
}`;
const LINK = 'peer: "sandbox_community", link: "AbCdEfGhIjKlMnOp"';

/** Each mutation with the method that it calls and the errors that Telegram documents for that. */
const mutations: Record<string, { readonly method: string; readonly documented: [number, string, string][] }> = {
  [`editExportedChatInvite(input: { ${LINK}, title: "x", usageLimit: 5 })`]: {
    method: 'messages.EditExportedChatInvite',
    documented: [
      [400, 'BUSINESS_CONNECTION_NOT_ALLOWED', 'BusinessConnectionNotAllowedError'],
      [400, 'CHANNEL_PRIVATE', 'ChannelPrivateError'],
      [406, 'CHANNEL_PRIVATE', 'ChannelPrivateError'],
      [400, 'CHAT_ADMIN_REQUIRED', 'ChatAdminRequiredError'],
      [400, 'CHAT_INVITE_PERMANENT', 'ChatInvitePermanentError'],
      [400, 'EXPIRE_DATE_INVALID', 'ExpireDateInvalidError'],
      [400, 'INVITE_HASH_EXPIRED', 'InviteHashExpiredError'],
      [400, 'PEER_ID_INVALID', 'PeerIdInvalidError'],
      [400, 'USAGE_LIMIT_INVALID', 'UsageLimitInvalidError'],
      [403, 'CHAT_WRITE_FORBIDDEN', 'ChatWriteForbiddenError'],
      [403, 'EDIT_BOT_INVITE_FORBIDDEN', 'EditBotInviteForbiddenError'],
    ],
  },
  [`revokeExportedChatInvite(input: { ${LINK} })`]: {
    method: 'messages.EditExportedChatInvite',
    documented: [
      [400, 'BUSINESS_CONNECTION_NOT_ALLOWED', 'BusinessConnectionNotAllowedError'],
      [400, 'CHANNEL_PRIVATE', 'ChannelPrivateError'],
      [400, 'CHAT_ADMIN_REQUIRED', 'ChatAdminRequiredError'],
      [400, 'CHAT_INVITE_PERMANENT', 'ChatInvitePermanentError'],
      [406, 'INVITE_HASH_EXPIRED', 'InviteHashExpiredError'],
      [400, 'PEER_ID_INVALID', 'PeerIdInvalidError'],
      [403, 'CHAT_WRITE_FORBIDDEN', 'ChatWriteForbiddenError'],
      [403, 'EDIT_BOT_INVITE_FORBIDDEN', 'EditBotInviteForbiddenError'],
    ],
  },
  [`deleteExportedChatInvite(input: { ${LINK} })`]: {
    method: 'messages.DeleteExportedChatInvite',
    documented: [
      [400, 'BOT_METHOD_INVALID', 'BotMethodInvalidError'],
      [400, 'BUSINESS_CONNECTION_NOT_ALLOWED', 'BusinessConnectionNotAllowedError'],
      [400, 'CHAT_ADMIN_REQUIRED', 'ChatAdminRequiredError'],
      [400, 'INVITE_HASH_EXPIRED', 'InviteHashExpiredError'],
      [400, 'INVITE_REVOKED_MISSING', 'InviteRevokedMissingError'],
      [400, 'PEER_ID_INVALID', 'PeerIdInvalidError'],
    ],
  },
  'deleteRevokedExportedChatInvites(input: { peer: "sandbox_community" })': {
    method: 'messages.DeleteRevokedExportedChatInvites',
    documented: [
      [400, 'ADMIN_ID_INVALID', 'AdminIdInvalidError'],
      [400, 'BOT_METHOD_INVALID', 'BotMethodInvalidError'],
      [400, 'BUSINESS_CONNECTION_NOT_ALLOWED', 'BusinessConnectionNotAllowedError'],
      [400, 'CHAT_ADMIN_REQUIRED', 'ChatAdminRequiredError'],
      [400, 'PEER_ID_INVALID', 'PeerIdInvalidError'],
    ],
  },
};

describe.each(Object.entries(mutations))('%s', (field, { method, documented }) => {
  const refusedWith = async (code: number, type: string) => {
    gateway.sandbox.world.refusals.set(COMMUNITY, { code, type, method });
    return (await gateway.query(`mutation { result: ${field} ${WHAT_IS_TOLD} }`)).data?.['result'];
  };

  test.each(documented)('%i %s is a type of its own', async (code, type, typeName) => {
    expect(await refusedWith(code, type)).toEqual({
      __typename: typeName,
      code,
      type,
      message: expect.stringMatching(/\w+ \w+/),
    });
  });

  test.each([
    [420, 'FLOOD_WAIT_17', { __typename: 'FloodWaitError', retryAfterSeconds: 17 }],
    [401, 'SESSION_REVOKED', { __typename: 'AccountUnavailableError', reason: 'SESSION_REVOKED' }],
    [500, 'RPC_CALL_FAIL', { __typename: 'TelegramUnavailableError', outcome: 'UNKNOWN' }],
    [400, 'BRAND_NEW_THING', { __typename: 'UnexpectedTelegramError', type: 'BRAND_NEW_THING' }],
  ])('%i %s is what it is anywhere', async (code, type, answer) => {
    expect(await refusedWith(code, type)).toMatchObject(answer);
  });
});

test.each([
  [400, 'CHANNEL_INVALID'],
  [400, 'CHANNEL_PRIVATE'],
  [400, 'CHAT_ADMIN_REQUIRED'],
  [400, 'INVITE_HASH_EXPIRED'],
  [400, 'PEER_ID_INVALID'],
  [403, 'CHAT_WRITE_FORBIDDEN'],
])('reading a link: %i %s is the code of the error', async (telegramCode, code) => {
  const method = 'messages.GetExportedChatInvite';
  gateway.sandbox.world.refusals.set(COMMUNITY, { code: telegramCode, type: code, method });
  const answer = await gateway.query(
    '{ chat(peer: "sandbox_community") { exportedInvite(link: "AbCdEfGhIjKlMnOp") { id } } }',
  );
  expect(answer.data?.['chat']).toEqual({ exportedInvite: null });
  expect(answer.errors?.[0]?.extensions).toMatchObject({ code, telegramCode });
});
