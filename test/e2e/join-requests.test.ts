import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chatOf, isPresent } from '../../src/sandbox/world/chats.ts';
import { addInvite } from '../../src/sandbox/world/invites.ts';
import { requestToJoin, takeRequests } from '../../src/sandbox/world/knock.ts';
import { leaveChat } from '../../src/sandbox/world/membership.ts';
import { userOf } from '../../src/sandbox/world/users.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const COMMUNITY = -1_002_000_000_001n;
const OWNER = 7_000_000_001n;
const JOINER = 7_000_000_007n;
const STRANGER = 7_000_000_008n;
const MEMBER = 7_000_000_005n;

const HIDE = `mutation ($input: HideChatJoinRequestInput!) {
  result: hideChatJoinRequest(input: $input) {
    __typename
    ... on ChatJoinRequestHidden { approved chat { peer title } user { peer username } }
    ... on Error { message }
    ... on FieldError { path }
    ... on InvalidInputError { issues { path } }
  }
}`;
const HIDE_ALL = `mutation ($input: HideAllChatJoinRequestsInput!) {
  result: hideAllChatJoinRequests(input: $input) {
    __typename
    ... on ChatJoinRequestsHidden { approved link chat { peer title } }
    ... on Error { message }
  }
}`;
const peer = 'sandbox_community';
const chat = { peer: '-1002000000001', title: 'Sandbox Community' };

const hide = async (input: object, by = gateway) =>
  (await by.query(HIDE, { input: { peer, approved: true, ...input } })).data?.['result'];
const hideAll = async (input: object, by = gateway) =>
  (await by.query(HIDE_ALL, { input: { peer, approved: true, ...input } })).data?.['result'];

/** Nobody is inside but who was, and these wait, each by the link. */
function waiting(ids: readonly bigint[], { sandbox: { world } } = gateway) {
  const community = chatOf(world, COMMUNITY);
  takeRequests(world, community, () => true);
  for (const id of [JOINER, STRANGER]) if (isPresent(community, id)) leaveChat(world, community, id);
  const invite = addInvite(world, community, OWNER, { requestNeeded: true });
  for (const id of ids) requestToJoin(world, community, userOf(world, id), invite);
  return {
    link: invite.link,
    stillWaiting: () => community.pendingRequests.map(({ userId }) => userId),
    isIn: (id: bigint) => isPresent(community, id),
  };
}

describe('deciding one request', () => {
  test('approved: the user is in, and waits no more', async () => {
    const door = waiting([JOINER, STRANGER]);
    expect(await hide({ user: 'sandbox_joiner' })).toEqual({
      __typename: 'ChatJoinRequestHidden',
      approved: true,
      chat,
      user: { peer: `${JOINER}`, username: 'sandbox_joiner' },
    });
    expect(door.isIn(JOINER)).toBe(true);
    expect(door.stillWaiting()).toEqual([STRANGER]);
  });

  test('declined: the user is not in, and waits no more', async () => {
    const door = waiting([JOINER]);
    expect(await hide({ user: 'sandbox_joiner', approved: false })).toMatchObject({ approved: false });
    expect(door.isIn(JOINER)).toBe(false);
    expect(door.stillWaiting()).toEqual([]);
  });

  test('an id is good once an answer has shown the user', async () => {
    await using fresh = await startTestGateway();
    waiting([JOINER], fresh);
    expect(await hide({ user: `${JOINER}` }, fresh)).toEqual({
      __typename: 'PeerNotFoundError',
      path: ['input', 'user'],
      message: expect.stringContaining('Use the username'),
    });
    await hide({ user: 'sandbox_joiner', approved: false }, fresh);
    waiting([JOINER], fresh);
    fresh.calls.length = 0;
    expect(await hide({ user: `${JOINER}` }, fresh)).toMatchObject({ __typename: 'ChatJoinRequestHidden' });
    expect(fresh.calls).toEqual(['messages.HideChatJoinRequest', 'channels.GetChannels']);
  });

  test('approving twice is UserAlreadyParticipantError, declining twice says that somebody may have decided', async () => {
    waiting([JOINER]);
    await hide({ user: 'sandbox_joiner' });
    expect(await hide({ user: 'sandbox_joiner' })).toMatchObject({ __typename: 'UserAlreadyParticipantError' });
    waiting([JOINER]);
    await hide({ user: 'sandbox_joiner', approved: false });
    expect(await hide({ user: 'sandbox_joiner', approved: false })).toEqual({
      __typename: 'HideRequesterMissingError',
      message: expect.stringContaining('somebody else may have decided'),
    });
  });

  test('somebody who never asked, and a member', async () => {
    waiting([JOINER]);
    expect(await hide({ user: 'sandbox_stranger' })).toMatchObject({ __typename: 'HideRequesterMissingError' });
    expect(await hide({ user: 'sandbox_user' })).toMatchObject({ __typename: 'UserAlreadyParticipantError' });
  });

  test.each([
    ['me', 'UserIdInvalidError'],
    [`${OWNER}`, 'UserIdInvalidError'],
    ['-1002000000001', 'UserIdInvalidError'],
    ['-7001', 'UserIdInvalidError'],
    ['sandbox_news', 'UserIdInvalidError'],
    ['sandbox_nobody', 'UsernameNotOccupiedError'],
    ['7999999999', 'PeerNotFoundError'],
    ['a b', 'UsernameInvalidError'],
    ['t.me/+AbCdEfGhIjKlMnOp', 'InvalidInputError'],
  ])('the user %j is %s, and nothing is decided', async (user, __typename) => {
    const door = waiting([JOINER]);
    gateway.calls.length = 0;
    const path = ['input', 'user'];
    expect(await hide({ user })).toMatchObject(
      __typename === 'InvalidInputError' ? { __typename, issues: [{ path }] } : { __typename, path },
    );
    expect(gateway.calls).not.toContain('messages.HideChatJoinRequest');
    expect(door.stillWaiting()).toEqual([JOINER]);
  });

  test('a chat and a user that are neither are told at once, before any call', async () => {
    gateway.calls.length = 0;
    expect(await hide({ peer: 'https://example.com/x', user: 't.me/+AbCdEfGhIjKlMnOp' })).toMatchObject({
      __typename: 'InvalidInputError',
      issues: [{ path: ['input', 'peer'] }, { path: ['input', 'user'] }],
    });
    expect(gateway.calls).toEqual([]);
  });

  test('an account without the right is told so', async () => {
    expect(await hide({ peer: 'sandbox_member_only', user: 'sandbox_joiner' })).toMatchObject({
      __typename: 'ChatAdminRequiredError',
    });
  });
});

describe('deciding all requests', () => {
  test('everybody is let in, and how many there were is not told', async () => {
    const door = waiting([JOINER, STRANGER]);
    expect(await hideAll({})).toEqual({ __typename: 'ChatJoinRequestsHidden', approved: true, link: null, chat });
    expect([door.isIn(JOINER), door.isIn(STRANGER)]).toEqual([true, true]);
    expect(door.stillWaiting()).toEqual([]);
  });

  test('everybody is turned away', async () => {
    const door = waiting([JOINER, STRANGER]);
    expect(await hideAll({ approved: false, link: null })).toMatchObject({ approved: false });
    expect([door.isIn(JOINER), door.isIn(STRANGER)]).toEqual([false, false]);
    expect(door.stillWaiting()).toEqual([]);
  });

  test('with a link, those who came by it alone', async () => {
    const door = waiting([JOINER]);
    const { world } = gateway.sandbox;
    const other = addInvite(world, chatOf(world, COMMUNITY), OWNER, { requestNeeded: true });
    requestToJoin(world, chatOf(world, COMMUNITY), userOf(world, STRANGER), other);
    expect(await hideAll({ link: other.hash })).toEqual({
      __typename: 'ChatJoinRequestsHidden',
      approved: true,
      link: other.link,
      chat,
    });
    expect(door.stillWaiting()).toEqual([JOINER]);
  });

  test('nobody waits, and a link of another chat', async () => {
    waiting([]);
    expect(await hideAll({})).toMatchObject({ __typename: 'HideRequesterMissingError' });
    const { world } = gateway.sandbox;
    const elsewhere = addInvite(world, chatOf(world, -7001n), OWNER);
    expect(await hideAll({ link: elsewhere.link })).toMatchObject({ __typename: 'InviteHashExpiredError' });
    expect(await hideAll({ peer: 'sandbox_member_only' })).toMatchObject({ __typename: 'ChatAdminRequiredError' });
  });
});

test('the joiner is answered JoinRequestSent, the owner lets them in, and the joiner sees the chat', async () => {
  const door = waiting([]);
  const joiner = await startTestGateway({ account: 'joiner', sandbox: gateway.sandbox });
  const join = `mutation { result: importChatInvite(input: { link: "${door.link}" }) { __typename } }`;
  const look = `{ result: checkChatInvite(link: "${door.link}") { __typename ... on ChatInviteAlready { chat { title } } } }`;
  expect((await joiner.query(join)).data?.['result']).toEqual({ __typename: 'JoinRequestSent' });
  expect(await hide({ user: 'sandbox_joiner' })).toMatchObject({ __typename: 'ChatJoinRequestHidden' });
  expect((await joiner.query(look)).data?.['result']).toEqual({
    __typename: 'ChatInviteAlready',
    chat: { title: 'Sandbox Community' },
  });
  await joiner.app.close();
});

test('a bot account decides one request but not all, which it is told before any call', async () => {
  await using bot = await startTestGateway({ account: 'bot' });
  const door = waiting([JOINER, STRANGER], bot);
  expect(await hide({ user: 'sandbox_joiner' }, bot)).toMatchObject({ __typename: 'ChatJoinRequestHidden', chat });
  expect(door.isIn(JOINER)).toBe(true);
  // A bot may name whom it shares a chat with by the id alone.
  expect(await hide({ user: `${MEMBER}` }, bot)).toMatchObject({ __typename: 'UserAlreadyParticipantError' });
  bot.calls.length = 0;
  expect(await hideAll({}, bot)).toEqual({
    __typename: 'BotMethodInvalidError',
    message: expect.stringMatching(/one by one.*a user account can/),
  });
  expect(bot.calls).toEqual([]);
  expect(door.stillWaiting()).toEqual([STRANGER]);
});
