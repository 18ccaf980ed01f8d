import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';

let gateway: TestGateway;
let now = Date.now();
beforeAll(async () => {
  gateway = await startTestGateway({ clock: () => new Date(now), monotonic: () => now });
});
// A wait that one test has met is over for the next.
afterEach(() => {
  now += 100_000;
});
afterAll(() => gateway[Symbol.asyncDispose]());

const COMMUNITY = -1_002_000_000_001n;
const EXPORT = `mutation {
  exportChatInvite(input: { peer: "sandbox_community" }) {
    __typename
    ... on Error { message code }
    ... on TelegramError { telegramCode }
    ... on FloodWaitError { retryAfterSeconds }
    ... on AccountUnavailableError { reason }
    ... on TelegramUnavailableError { outcome }
  }
}`;

/** What the mutation answers when Telegram refuses it so. */
async function refusedWith(code: number, type: string) {
  gateway.sandbox.world.refusals.set(COMMUNITY, { code, type });
  // After trouble of Telegram's own the link is looked for as long as there is time.
  const headers = code >= 500 || code < 0 ? { 'x-deadline-ms': '600' } : {};
  const { data } = await gateway.query(EXPORT, {}, headers);
  return data?.['exportChatInvite'];
}

describe('errors that any call may meet', () => {
  test.each([
    [420, 'FLOOD_WAIT_17', { code: 'FLOOD_WAIT', retryAfterSeconds: 17 }],
    [420, 'FLOOD_PREMIUM_WAIT_3', { code: 'FLOOD_PREMIUM_WAIT', retryAfterSeconds: 3 }],
    [420, 'SLOWMODE_WAIT_8', { code: 'SLOWMODE_WAIT', retryAfterSeconds: 8 }],
    [400, 'SESSION_TOO_FRESH_99', { code: 'SESSION_TOO_FRESH', retryAfterSeconds: 99 }],
  ])('%i %s is a wait, told at once with its own name', async (code, type, wait) => {
    expect(await refusedWith(code, type)).toMatchObject({ __typename: 'FloodWaitError', telegramCode: code, ...wait });
  });

  test.each([
    [500, 'RPC_CALL_FAIL'],
    [500, 'RPC_MCGET_FAIL'],
    [-503, 'Timeout'],
    [500, 'INTERDC_2_CALL_ERROR'],
    [500, 'SOMETHING_NEW'],
  ])('%i %s: Telegram is unavailable, the outcome unknown, and the call was sent once', async (code, type) => {
    const before = gateway.calls.filter((call) => call === 'messages.ExportChatInvite').length;
    expect(await refusedWith(code, type)).toMatchObject({ __typename: 'TelegramUnavailableError', outcome: 'UNKNOWN' });
    expect(gateway.calls.filter((call) => call === 'messages.ExportChatInvite')).toHaveLength(before + 1);
  });

  test.each([
    [400, 'BRAND_NEW_THING'],
    [400, 'HIDE_REQUESTER_MISSING'],
    [400, 'MSG_WAIT_FAILED'],
    [303, 'USER_MIGRATE_4', 'USER_MIGRATE'],
    [303, 'STATS_MIGRATE_2', 'STATS_MIGRATE'],
    [400, 'BRAND_NEW_THING_7'],
  ])('%i %s, not expected of this call, passes through under its own name', async (code, type, listed = type) => {
    expect(await refusedWith(code, type)).toMatchObject({
      __typename: 'UnexpectedTelegramError',
      code: listed,
      telegramCode: code,
    });
  });
});

describe('a read that fails', () => {
  test.each([
    ['sandbox_nobody', { code: 'USERNAME_NOT_OCCUPIED', telegramCode: 400 }],
    ['sandbox_user', { code: 'PEER_ID_INVALID', telegramCode: 400 }],
    ['-40404', { code: 'CHAT_ID_INVALID', telegramCode: 400 }],
    ['-1009999999999', { code: 'PEER_NOT_FOUND' }],
    ['https://example.com/x', { code: 'INVALID_INPUT' }],
    ['a b', { code: 'USERNAME_INVALID', telegramCode: 400 }],
  ])('chat(peer: %j) is null, with the Telegram name as its code', async (peer, extensions) => {
    const answer = await gateway.query('query ($peer: Peer!) { chat(peer: $peer) { title } }', { peer });
    expect(answer.data).toEqual({ chat: null });
    expect(answer.errors).toEqual([
      expect.objectContaining({ path: ['chat'], extensions: expect.objectContaining(extensions) }),
    ]);
  });
});
