import { Api } from 'telegram';
import { expect, test } from 'vitest';
import { pushUpdates } from '../../src/sandbox/push-updates.ts';
import { fromLong, toLong } from '../../src/sandbox/views/long.ts';
import { KEPT_UPDATES } from '../../src/sandbox/world/bot-updates.ts';
import { type Chat, findGroup } from '../../src/sandbox/world/chats.ts';
import { addInvite } from '../../src/sandbox/world/invites.ts';
import { requestToJoin, takeRequests } from '../../src/sandbox/world/knock.ts';
import { admit, leaveChat, removeMember, setMember } from '../../src/sandbox/world/membership.ts';
import { userOf } from '../../src/sandbox/world/users.ts';
import { BOT, OWNER } from '../support/sandbox-links.ts';
import { chatId, type SeededWorld, seededWorld } from '../support/seeded-world.ts';

const JOINER = 7_000_000_007n;

/** A world whose bot is told what happens, and nobody is connected. */
function toldWorld() {
  const sandbox = seededWorld();
  pushUpdates(sandbox.world, () => undefined);
  const community = sandbox.world.chats.get(chatId(sandbox.world, 'sandbox_community'));
  if (!community) throw new Error('no @sandbox_community');
  return { ...sandbox, community };
}

function difference(
  { as }: SeededWorld,
  qts: number,
  limits: { qtsLimit?: number } = {},
  name: 'bot' | 'owner' = 'bot',
) {
  return as(name)(new Api.updates.GetDifference({ pts: 1, date: 1, qts, ...limits }));
}

/** What the bot missed since the beginning, of memberships in either kind of chat. */
async function memberships(sandbox: SeededWorld) {
  const answer = await difference(sandbox, 0);
  if (!(answer instanceof Api.updates.Difference)) throw new Error(answer.className);
  return answer.otherUpdates.map((update) => {
    const known = update instanceof Api.UpdateChannelParticipant || update instanceof Api.UpdateChatParticipant;
    if (!known) throw new Error(update.className);
    return update;
  });
}

function knockTimes({ world }: SeededWorld, chat: Chat, times: number): void {
  for (let each = 0; each < times; each += 1) {
    requestToJoin(world, chat, userOf(world, JOINER), null);
    takeRequests(world, chat, () => true);
  }
}

test('a bot that was away gets what it missed, with whom and what it names, and the state to go on from', async () => {
  const sandbox = toldWorld();
  const { world, as, community } = sandbox;
  expect(await as('bot')(new Api.updates.GetState())).toMatchObject({ qts: 0 });
  const invite = addInvite(world, community, OWNER, { requestNeeded: true });
  requestToJoin(world, community, userOf(world, JOINER), invite);
  takeRequests(world, community, () => true);
  admit(world, community, JOINER, { invite, approvedBy: OWNER });

  expect(await as('bot')(new Api.updates.GetState())).toMatchObject({ qts: 2 });
  const all = await difference(sandbox, 0);
  if (!(all instanceof Api.updates.Difference)) throw new Error(all.className);
  expect(all.otherUpdates.map(({ className }) => className)).toEqual([
    'UpdateBotChatInviteRequester',
    'UpdateChannelParticipant',
  ]);
  expect(all.users.map(({ id }) => fromLong(id))).toEqual([JOINER, OWNER]);
  expect(all.chats).toMatchObject([{ id: toLong(community.id) }]);
  expect(all.state).toMatchObject({ qts: 2 });
  const rest = await difference(sandbox, 1);
  expect(rest).toMatchObject({ otherUpdates: [{ qts: 2, actorId: toLong(OWNER) }] });
  expect(await difference(sandbox, 2)).toBeInstanceOf(Api.updates.DifferenceEmpty);
});

test('many missed updates come in slices, each exactly once', async () => {
  const sandbox = toldWorld();
  knockTimes(sandbox, sandbox.community, 250);
  const seen: number[] = [];
  const sizes: number[] = [];
  for (let qts = 0; ; ) {
    const answer = await difference(sandbox, qts);
    const whole = answer instanceof Api.updates.Difference;
    if (!whole && !(answer instanceof Api.updates.DifferenceSlice)) throw new Error(answer.className);
    sizes.push(answer.otherUpdates.length);
    seen.push(...answer.otherUpdates.map((update) => ('qts' in update ? update.qts : 0)));
    if (whole) break;
    qts = answer.intermediateState.qts;
  }
  expect(sizes).toEqual([100, 100, 50]);
  expect(seen).toEqual(Array.from({ length: 250 }, (_, each) => each + 1));
  expect(await difference(sandbox, 0, { qtsLimit: 7 })).toMatchObject({ intermediateState: { qts: 7 } });
});

test('beyond what is kept, the difference is too long and the state has to be asked anew', async () => {
  const sandbox = toldWorld();
  knockTimes(sandbox, sandbox.community, KEPT_UPDATES + 1);
  expect(await difference(sandbox, 0)).toBeInstanceOf(Api.updates.DifferenceTooLong);
  expect(await difference(sandbox, 1)).toMatchObject({ intermediateState: { qts: 101 } });
  const { qts } = await sandbox.as('bot')(new Api.updates.GetState());
  expect(qts).toBe(KEPT_UPDATES + 1);
  expect(await difference(sandbox, qts)).toBeInstanceOf(Api.updates.DifferenceEmpty);
});

test('people have no such sequence: their state stands still and nothing is missed', async () => {
  const sandbox = toldWorld();
  knockTimes(sandbox, sandbox.community, 3);
  expect(await sandbox.as('owner')(new Api.updates.GetState())).toMatchObject({ qts: 0 });
  expect(await difference(sandbox, 0, {}, 'owner')).toBeInstanceOf(Api.updates.DifferenceEmpty);
});

test('a bot without the invite right is told of memberships and not of requests; one that is no admin, of its own alone', async () => {
  const sandbox = toldWorld();
  const { world, community } = sandbox;
  setMember(world, community, BOT, 'admin', false);
  knockTimes(sandbox, community, 1);
  admit(world, community, JOINER, { invite: null, approvedBy: null });
  setMember(world, community, BOT, 'member');
  leaveChat(world, community, JOINER);
  removeMember(world, community, BOT, OWNER);
  const told = await memberships(sandbox);
  expect(told.map(({ userId }) => fromLong(userId))).toEqual([BOT, JOINER, BOT, BOT]);
  expect(told.map(({ newParticipant }) => newParticipant?.className)).toEqual([
    'ChannelParticipantAdmin',
    'ChannelParticipant',
    'ChannelParticipantSelf',
    'ChannelParticipantBanned',
  ]);
  expect(told.at(-1)).toMatchObject({ newParticipant: { left: true, kickedBy: toLong(OWNER) } });
});

test('an approved request that came by no link has the stand-in for a link, a plain join has none', async () => {
  const sandbox = toldWorld();
  const { world, community } = sandbox;
  admit(world, community, JOINER, { invite: null, approvedBy: OWNER });
  leaveChat(world, community, JOINER);
  admit(world, community, JOINER, { invite: null, approvedBy: null });
  const told = await memberships(sandbox);
  expect(told.map(({ invite }) => invite?.className)).toEqual(['ChatInvitePublicJoinRequests', undefined, undefined]);
});

test('memberships of a basic group come as updateChatParticipant', async () => {
  const sandbox = toldWorld();
  const { world } = sandbox;
  const group = findGroup(world, 7001n);
  if (!group) throw new Error('no basic group');
  setMember(world, group, BOT, 'admin', true);
  const invite = addInvite(world, group, BOT);
  admit(world, group, JOINER, { invite, approvedBy: null });
  setMember(world, group, JOINER, 'admin');
  removeMember(world, group, JOINER, OWNER);
  const told = await memberships(sandbox);
  expect(told.every((update) => update instanceof Api.UpdateChatParticipant)).toBe(true);
  const classes = told.map(({ prevParticipant, newParticipant }) => [
    prevParticipant?.className,
    newParticipant?.className,
  ]);
  expect(classes).toEqual([
    [undefined, 'ChatParticipantAdmin'],
    [undefined, 'ChatParticipant'],
    ['ChatParticipant', 'ChatParticipantAdmin'],
    ['ChatParticipantAdmin', undefined],
  ]);
  expect(told[1]).toMatchObject({ chatId: toLong(7001n), invite: { link: invite.link }, qts: 2 });
});
