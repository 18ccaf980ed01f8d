/** What each verb makes of a lost answer: done, to be sent once more, or unknown. */
import { describe, expect, test } from 'vitest';
import type { Services } from '../../src/services/index.ts';
import { RpcFailure, TransportFailure } from '../../src/telegram/rpc-error.ts';
import { Api, toLong } from '../../src/telegram/tl.ts';
import { group, link, meAsBot, person, setUp as setUpWith } from '../support/fake-community.ts';
import { openTestStore } from '../support/open-test-store.ts';

type Answers = NonNullable<Parameters<typeof setUpWith>[0]>;

/** Telegram's second at which every request of these tests leaves; as it tells whole seconds, that may be the next one. */
const SENT = Date.UTC(2026, 0, 1) / 1000;
const STILL = { monotonic: () => 0 };
const peer = '@some_group';
const named = { peer, link: 'AbCdEfGhIjKlMnOp' };

const refused = (code: number, type: string) => () => {
  throw new RpcFailure(code, type);
};
/** It is known that nothing else is under way; the second sending is carried out. */
function lostOnce(answer: () => unknown): () => unknown {
  let sent = 0;
  return () => {
    sent += 1;
    return sent === 1 ? refused(500, 'RPC_CALL_FAIL')() : answer();
  };
}
/** The first answer, and another one from then on. */
function first(before: () => unknown, later: () => unknown): () => unknown {
  let asked = 0;
  return () => {
    asked += 1;
    return asked === 1 ? before() : later();
  };
}

const updates = () => new Api.Updates({ updates: [], users: [], chats: [group], date: 0, seq: 0 });

/** What a verb comes to, how often it was sent, and what was asked on the way. */
async function told(answers: Answers, method: string, act: (verbs: Services['chatInvites']) => Promise<unknown>) {
  const { services, telegram } = setUpWith(answers, STILL);
  const end = await act(services.chatInvites).catch((error: unknown) => error);
  const asked = telegram.requests.map(({ className }) => className);
  return { end, sent: asked.filter((name) => name === method).length, asked, requests: telegram.requests };
}

describe('revokeExportedChatInvite', () => {
  const read = (fields: object) => () =>
    new Api.messages.ExportedChatInvite({ invite: new Api.ChatInviteExported({ ...link, ...fields }), users: [] });
  const primary = new Api.ChatInviteExported({ ...link, link: 'https://t.me/+NewNewNewNewNewN', permanent: true });
  const fullChannel = () =>
    new Api.messages.ChatFull({
      fullChat: new Api.ChatFull({
        id: group.id,
        about: '',
        participants: new Api.ChatParticipantsForbidden({ chatId: group.id }),
        notifySettings: new Api.PeerNotifySettings({}),
        exportedInvite: primary,
      }),
      chats: [],
      users: [],
    });
  const revoke = (seen: () => unknown, others: Answers = {}) =>
    told(
      {
        'messages.EditExportedChatInvite': lostOnce(read({ revoked: true, title: 'second sending' })),
        'messages.GetExportedChatInvite': first(read({}), seen),
        'channels.GetFullChannel': fullChannel,
        ...others,
      },
      'messages.EditExportedChatInvite',
      (verbs) => verbs.revoke(named),
    );

  test.each<[string, object, object]>([
    ['an additional link', {}, { kind: 'EXPORTED_CHAT_INVITE', revoked: true }],
    [
      'the own primary link, with the one in its place',
      { permanent: true },
      { kind: 'EXPORTED_CHAT_INVITE_REPLACED', invite: { revoked: true }, newInvite: { link: primary.link } },
    ],
    [
      'the primary link of another admin, alone',
      { permanent: true, adminId: toLong(8n) },
      { kind: 'EXPORTED_CHAT_INVITE', adminId: '8', revoked: true },
    ],
  ])('done: %s', async (_, fields, answer) => {
    const { end, sent } = await revoke(read({ ...fields, revoked: true }));
    expect(end).toMatchObject(answer);
    expect(sent).toBe(1);
  });

  test('a link that works still: it is sent once more', async () => {
    expect(await revoke(read({}))).toMatchObject({ end: { title: 'second sending' }, sent: 2 });
  });

  test('a look that fails: unknown', async () => {
    expect(await revoke(refused(400, 'CHAT_ADMIN_REQUIRED'))).toMatchObject({ end: { outcome: 'UNKNOWN' }, sent: 1 });
  });

  test('a link that is revoked already is refused, and nothing is sent', async () => {
    const already = { 'messages.GetExportedChatInvite': read({ revoked: true }) };
    expect(await revoke(read({}), already)).toMatchObject({ end: { name: 'InviteHashExpiredError' }, sent: 0 });
  });

  test('a link that Telegram refuses to read is not sent; one that cannot be read just now is, and may not be looked at', async () => {
    const refusal = { 'messages.GetExportedChatInvite': refused(400, 'INVITE_HASH_EXPIRED') };
    expect(await revoke(read({}), refusal)).toMatchObject({ end: { name: 'InviteHashExpiredError' }, sent: 0 });
    const flood = { 'messages.GetExportedChatInvite': first(refused(420, 'FLOOD_WAIT_30'), read({ revoked: true })) };
    expect(await revoke(read({}), flood)).toMatchObject({ end: { outcome: 'UNKNOWN' }, sent: 1 });
  });

  test('a bot account reads nothing: unknown', async () => {
    const { end, sent, asked } = await revoke(read({ revoked: true }), { 'users.GetUsers': () => [meAsBot] });
    expect(end).toMatchObject({ outcome: 'UNKNOWN' });
    expect(sent).toBe(1);
    expect(asked).not.toContain('messages.GetExportedChatInvite');
  });
});

describe('deleteExportedChatInvite', () => {
  const there = () => new Api.messages.ExportedChatInvite({ invite: link, users: [] });
  const gone = refused(400, 'INVITE_HASH_EXPIRED');
  const answers = (before: () => unknown, seen: () => unknown) => ({
    'messages.DeleteExportedChatInvite': lostOnce(() => true),
    'messages.GetExportedChatInvite': first(before, seen),
  });
  const remove = (before: () => unknown, seen: () => unknown) =>
    told(answers(before, seen), 'messages.DeleteExportedChatInvite', (verbs) => verbs.delete(named));

  test.each<[string, () => unknown, object, number]>([
    ['a link that is gone: done', gone, { link: link.link }, 1],
    ['a link that is there: sent once more', there, { link: link.link }, 2],
    ['a look that fails: unknown', refused(400, 'CHAT_ADMIN_REQUIRED'), { outcome: 'UNKNOWN' }, 1],
  ])('%s', async (_, seen, end, sent) => {
    expect(await remove(there, seen)).toMatchObject({ end, sent });
  });

  test('a link that is not there is refused, and nothing is sent', async () => {
    expect(await remove(gone, gone)).toMatchObject({ end: { name: 'InviteHashExpiredError' }, sent: 0 });
  });

  test('a key that comes again does not read the link first, as it may be gone by its own sending', async () => {
    await using store = await openTestStore(null);
    const lost = {
      'messages.DeleteExportedChatInvite': () => Promise.reject(new TransportFailure('Lost.', 'UNKNOWN')),
    };
    const { services } = setUpWith(
      { ...answers(there, first(refused(400, 'CHAT_ADMIN_REQUIRED'), gone)), ...lost },
      { ...STILL, ledger: store.ledger },
    );
    const keyed = { ...named, idempotencyKey: 'k' };
    await expect(services.chatInvites.delete(keyed)).rejects.toMatchObject({ outcome: 'UNKNOWN' });
    expect(await services.chatInvites.delete(keyed)).toMatchObject({ link: link.link });
  });
});

/** People who wait since these seconds, newest first, as Telegram lists them. */
function waiting(...dates: readonly number[]) {
  const importers = dates.map(
    (date, each) => new Api.ChatInviteImporter({ requested: true, userId: toLong(BigInt(8 + each)), date }),
  );
  return ({ offsetDate }: Api.messages.GetChatInviteImporters) =>
    new Api.messages.ChatInviteImporters({
      count: importers.length,
      importers: importers.filter(({ date }) => offsetDate === 0 || date < offsetDate),
      users: [],
    });
}

describe('hideAllChatJoinRequests', () => {
  const hideAll = (list: Answers[string], link: string | null = null) =>
    told(
      { 'messages.HideAllChatJoinRequests': lostOnce(updates), 'messages.GetChatInviteImporters': list },
      'messages.HideAllChatJoinRequests',
      (verbs) => verbs.hideAllJoinRequests({ peer, approved: true, link }),
    );

  test.each<[string, readonly number[], string]>([
    ['nobody waits: nobody knows who decided', [], 'UNKNOWN'],
    ['somebody who asked before waits still: not done', [SENT - 1], 'NOT_EXECUTED'],
    ['only somebody who asked in the second of the sending waits', [SENT], 'UNKNOWN'],
    ['somebody who asked later and somebody who asked before: not done', [SENT + 2, SENT - 1], 'NOT_EXECUTED'],
  ])('%s', async (_, dates, outcome) => {
    expect(await hideAll(waiting(...dates))).toMatchObject({ end: { outcome }, sent: 1 });
  });

  test('a look that fails: unknown', async () => {
    expect(await hideAll(refused(400, 'CHAT_ADMIN_REQUIRED'))).toMatchObject({ end: { outcome: 'UNKNOWN' }, sent: 1 });
  });

  test('the look is at those who came by the link', async () => {
    const { requests } = await hideAll(waiting(SENT - 1), named.link);
    const lists = requests.filter((request) => request instanceof Api.messages.GetChatInviteImporters);
    expect(lists).toMatchObject([{ requested: true, link: link.link, limit: 1, offsetDate: SENT }]);
  });
});

const member = (date: number) => () =>
  new Api.channels.ChannelParticipant({
    participant: new Api.ChannelParticipant({ userId: person.id, date }),
    chats: [],
    users: [],
  });
const noMember = refused(400, 'USER_NOT_PARTICIPANT');

describe('hideChatJoinRequest', () => {
  const hide = (approved: boolean, participant: () => unknown, list: Answers[string], others: Answers = {}) =>
    told(
      {
        'messages.HideChatJoinRequest': lostOnce(updates),
        'channels.GetParticipant': participant,
        'messages.GetChatInviteImporters': list,
        ...others,
      },
      'messages.HideChatJoinRequest',
      (verbs) => verbs.hideJoinRequest({ peer, user: '@some_body', approved }),
    );
  const hidden = (approved: boolean) => ({ user: { id: '8' }, approved });
  const unknown = { outcome: 'UNKNOWN' };
  const others = () =>
    new Api.messages.ChatInviteImporters({
      count: 1,
      importers: [new Api.ChatInviteImporter({ requested: true, userId: toLong(9n), date: 1 })],
      users: [],
    });

  test.each<[string, boolean, () => unknown, Answers[string], object, number]>([
    ['who came in since: done', true, member(SENT), waiting(), hidden(true), 1],
    ['who came in before and waits no more: unknown', true, member(SENT - 1), waiting(), unknown, 1],
    ['who waits still: sent once more', true, noMember, waiting(SENT - 1), hidden(true), 2],
    ['who asked again since: unknown', true, noMember, waiting(SENT), unknown, 1],
    ['who waits still and is to be turned away: sent once more', false, noMember, waiting(SENT - 1), hidden(false), 2],
    ['neither in nor waiting: unknown', true, noMember, waiting(), unknown, 1],
    ['neither, while others wait: unknown', true, noMember, others, unknown, 1],
    ['who is to be turned away and came in: unknown', false, member(SENT), waiting(), unknown, 1],
    ['members that cannot be read: unknown', true, refused(400, 'CHAT_ADMIN_REQUIRED'), waiting(SENT), unknown, 1],
    ['a list that cannot be read: unknown', true, noMember, refused(400, 'CHAT_ADMIN_REQUIRED'), unknown, 1],
  ])('%s', async (_, approved, participant, list, end, sent) => {
    expect(await hide(approved, participant, list)).toMatchObject({ end, sent });
  });

  test('the requester is looked for by name among all who wait', async () => {
    const { requests } = await hide(false, noMember, waiting(SENT));
    const lists = requests.filter((request) => request instanceof Api.messages.GetChatInviteImporters);
    expect(lists).toMatchObject([{ requested: true, q: 'some_body', limit: 100, offsetDate: 0 }]);
    expect(lists[0]?.link).toBeUndefined();
  });

  test('a bot account cannot look: unknown', async () => {
    const asBot = { 'users.GetUsers': () => [meAsBot] };
    const { end, sent, asked } = await hide(true, member(SENT), waiting(), asBot);
    expect({ end, sent }).toMatchObject({ end: unknown, sent: 1 });
    expect(asked).not.toContain('channels.GetParticipant');
  });
});

describe('importChatInvite', () => {
  const already = () => new Api.ChatInviteAlready({ chat: group });
  const preview = (requestNeeded: boolean) => () =>
    new Api.ChatInvite({
      title: 'Elsewhere',
      photo: new Api.PhotoEmpty({ id: toLong(0n) }),
      participantsCount: 3,
      color: 0,
      requestNeeded,
    });
  const join = (seen: () => unknown, participant: () => unknown = noMember) =>
    told(
      {
        'messages.ImportChatInvite': lostOnce(refused(400, 'INVITE_REQUEST_SENT')),
        'messages.CheckChatInvite': seen,
        'channels.GetParticipant': participant,
      },
      'messages.ImportChatInvite',
      (verbs) => verbs.import({ link: named.link }),
    );
  const joined = { kind: 'CHAT_JOINED', chat: { id: '-1001234567890' } };
  const asked = { kind: 'JOIN_REQUEST_SENT' };

  test.each<[string, () => unknown, () => unknown, object, number]>([
    ['a member since then: done', already, member(SENT), joined, 1],
    ['a member since before: sent once more', already, member(SENT - 1), asked, 2],
    ['no member: sent once more', preview(false), noMember, asked, 2],
    [
      'no member where an admin has to approve, and Telegram is through: sent once more',
      preview(true),
      noMember,
      asked,
      2,
    ],
    [
      'a link that cannot be looked at: unknown',
      refused(400, 'INVITE_HASH_EXPIRED'),
      noMember,
      { outcome: 'UNKNOWN' },
      1,
    ],
    ['members that cannot be read: unknown', already, refused(400, 'CHANNEL_PRIVATE'), { outcome: 'UNKNOWN' }, 1],
  ])('%s', async (_, seen, participant, end, sent) => {
    expect(await join(seen, participant)).toMatchObject({ end, sent });
  });

  test('each look asks anew, about this account itself', async () => {
    const { end, requests } = await told(
      {
        'messages.ImportChatInvite': () => Promise.reject(new TransportFailure('Lost.', 'UNKNOWN')),
        'messages.CheckChatInvite': first(preview(false), already),
        'channels.GetParticipant': member(SENT),
      },
      'messages.ImportChatInvite',
      (verbs) => verbs.import({ link: named.link }),
    );
    expect(end).toMatchObject(joined);
    const participants = requests.filter((request) => request instanceof Api.channels.GetParticipant);
    expect(participants).toMatchObject([{ participant: { className: 'InputPeerSelf' } }]);
  });
});
