import { describe, expect, test } from 'vitest';
import { TelegramUnavailableError } from '../../src/services/errors/errors.ts';
import type { ExportChatInviteInput } from '../../src/services/invites/export-chat-invite.ts';
import type { ClaimStore } from '../../src/services/once/invite-claims.ts';
import { RpcFailure, TransportFailure } from '../../src/telegram/rpc-error.ts';
import { Api, toLong } from '../../src/telegram/tl.ts';
import { answers, group, link, setUp } from '../support/fake-community.ts';
import { NOTHING_KEPT } from '../support/fake-services.ts';
import { openTestStore } from '../support/open-test-store.ts';

/** Telegram's second at which every request of these tests leaves. */
const SENT = Date.UTC(2026, 0, 1) / 1000;
const LOST = new TransportFailure('The session was forgotten.', 'UNKNOWN');
const WANTED: ExportChatInviteInput = {
  peer: '@some_group',
  title: null,
  legacyRevokePermanent: false,
  requestNeeded: false,
  expireDate: null,
  usageLimit: null,
  subscriptionPricing: null,
};

/** No time passes, so that a sending is of the second SENT or, as Telegram tells whole seconds, of the next. */
const STILL = { monotonic: () => 0 };

type Fields = Partial<ConstructorParameters<typeof Api.ChatInviteExported>[0]>;
const invite = (name: string, date: number, fields: Fields = {}) =>
  new Api.ChatInviteExported({ ...link, link: `https://t.me/+${name.padEnd(16, '0')}`, date, ...fields });

/** Telegram's lists of the account's links, newest first, in pages of a hundred. */
function lists(live: readonly Api.ChatInviteExported[], revoked: readonly Api.ChatInviteExported[] = []) {
  return ({ revoked: wantsRevoked, offsetLink }: Api.messages.GetExportedChatInvites) => {
    const list = wantsRevoked ? revoked : live;
    const start = list.findIndex((each) => each.link === offsetLink) + 1;
    return new Api.messages.ExportedChatInvites({
      count: list.length,
      invites: list.slice(start, start + 100),
      users: [],
    });
  };
}

/** An export whose answer was lost for good, and what the look for it comes to. */
async function lookFor(live: readonly Api.ChatInviteExported[]) {
  const changed = {
    'messages.ExportChatInvite': () => Promise.reject(LOST),
    'messages.GetExportedChatInvites': lists(live),
  };
  const { services } = setUp(changed, STILL);
  return services.chatInvites.export(WANTED).catch((error: unknown) => error);
}

test.each([
  ['at the second of the sending', SENT, true],
  ['in the second before it', SENT - 1, false],
  ['20 s after it', SENT + 21, true],
  ['later', SENT + 22, false],
])('a link that Telegram dates %s', async (_, date, isTaken) => {
  const found = await lookFor([invite('one', date)]);
  if (isTaken) expect(found).toMatchObject({ link: invite('one', date).link });
  else expect(found).toBeInstanceOf(TelegramUnavailableError);
});

test('of two that fit the older is taken', async () => {
  const found = await lookFor([invite('younger', SENT + 5), invite('older', SENT + 1)]);
  expect(found).toMatchObject({ link: invite('older', 0).link });
});

test('a full page that ends in the very second of the sending: the next page is read', async () => {
  const others = Array.from({ length: 100 }, (_, each) => invite(`other${each}`, SENT, { title: 'Another' }));
  const found = await lookFor([...others, invite('mine', SENT)]);
  expect(found).toMatchObject({ link: invite('mine', 0).link });
});

/** The same for a sending that is over: a second one makes the link `second`. */
async function lookWithProof(
  live: readonly Api.ChatInviteExported[],
  wanted: Partial<typeof WANTED> = {},
  { revoked = [], primary, claims = NOTHING_KEPT.claims }: Partial<Others> = {},
) {
  let sent = 0;
  const { services } = setUp(
    {
      'messages.ExportChatInvite': () => {
        sent += 1;
        if (sent === 1) throw new RpcFailure(500, 'RPC_CALL_FAIL');
        return second;
      },
      'messages.GetExportedChatInvites': lists(live, revoked),
      'channels.GetFullChannel': () =>
        new Api.messages.ChatFull({
          fullChat: new Api.ChatFull({
            id: group.id,
            about: '',
            participants: new Api.ChatParticipantsForbidden({ chatId: group.id }),
            notifySettings: new Api.PeerNotifySettings({}),
            ...(primary && { exportedInvite: primary }),
          }),
          chats: [],
          users: [],
        }),
    },
    { ...STILL, claims },
  );
  const found = await services.chatInvites.export({ ...WANTED, ...wanted }).catch((error: unknown) => error);
  return { found, sent };
}

interface Others {
  readonly revoked: readonly Api.ChatInviteExported[];
  readonly primary: Api.ChatInviteExported;
  readonly claims: ClaimStore;
}

const second = invite('second', SENT);
const taken = (made: Api.ChatInviteExported) => ({ found: { link: made.link }, sent: 1 });
const sentAgain = { found: { link: second.link }, sent: 2 };
const unclear = { found: { outcome: 'UNKNOWN' }, sent: 1 };

test.each([
  ['up to 20 s after it: taken', SENT + 21, taken(invite('one', 0))],
  ['later: it may be either’s', SENT + 22, unclear],
  ['when Telegram may still have begun with it: either’s', SENT + 331, unclear],
  ['when Telegram would have refused it: another client’s', SENT + 332, sentAgain],
])('a link like the one of a sending that is over, dated %s', async (_, date, told) => {
  expect(await lookWithProof([invite('one', date)])).toMatchObject(told);
});

test('a later link that another caller of this gateway was given is not unclear', async () => {
  await using store = await openTestStore(null);
  await store.claims.claim(invite('one', 0).link, 'another');
  expect(await lookWithProof([invite('one', SENT + 30)], {}, store)).toMatchObject(sentAgain);
});

// Another client’s, or the lost one, which somebody has changed since.
test.each<[string, Fields, object]>([
  ['has let somebody in', { usage: 1 }, unclear],
  ['somebody waits at', { requested: 1 }, unclear],
  ['was edited', { title: 'Another', startDate: SENT }, unclear],
  ['was revoked', { revoked: true }, unclear],
  ['has another title', { title: 'Another' }, sentAgain],
  ['is primary', { permanent: true, startDate: SENT }, sentAgain],
])('a link that %s is not taken, and may be the one', async (_, fields, told) => {
  const made = invite('one', SENT, fields);
  const isRevoked = fields.revoked === true;
  expect(await lookWithProof(isRevoked ? [] : [made], {}, { revoked: isRevoked ? [made] : [] })).toMatchObject(told);
});

test('a revoked link that another caller of this gateway was given is not the one', async () => {
  await using store = await openTestStore(null);
  await store.claims.claim(invite('one', 0).link, 'another');
  const others = { claims: store.claims, revoked: [invite('one', SENT, { revoked: true })] };
  expect(await lookWithProof([], {}, others)).toMatchObject(sentAgain);
});

const pricing = (period: number, amount: bigint) =>
  new Api.StarsSubscriptionPricing({ period, amount: toLong(amount) });
const wishes = {
  title: 'Flyer',
  requestNeeded: true,
  expireDate: new Date((SENT + 3_600) * 1000 + 900),
  subscriptionPricing: null,
};
const fitting = { title: 'Flyer', requestNeeded: true, expireDate: SENT + 3_600 };

test.each<[string, Fields, object]>([
  ['as asked', fitting, taken(invite('one', 0))],
  ['with a limit', { ...fitting, usageLimit: 7 }, sentAgain],
  ['of another time', { ...fitting, expireDate: SENT + 3_601 }, sentAgain],
  ['without an end', { title: 'Flyer', requestNeeded: true }, sentAgain],
  ['without approval', { ...fitting, requestNeeded: false }, sentAgain],
  ['without a title', { requestNeeded: true, expireDate: SENT + 3_600 }, sentAgain],
  ['that costs', { ...fitting, subscriptionPricing: pricing(2_592_000, 5n) }, sentAgain],
])('a link %s', async (_, fields, told) => {
  expect(await lookWithProof([invite('one', SENT, fields)], wishes)).toMatchObject(told);
});

test.each<[string, Fields, object]>([
  ['as asked', { subscriptionPricing: pricing(2_592_000, 5n) }, taken(invite('one', 0))],
  ['at another price', { subscriptionPricing: pricing(2_592_000, 6n) }, sentAgain],
  ['for another time', { subscriptionPricing: pricing(60, 5n) }, sentAgain],
  ['for nothing', {}, sentAgain],
])('a paid link %s', async (_, fields, told) => {
  const wanted = { subscriptionPricing: { period: 2_592_000, amount: 5 } };
  expect(await lookWithProof([invite('one', SENT, fields)], wanted)).toMatchObject(told);
});

describe('a primary link in place of another', () => {
  const primary = (name: string, date: number) => invite(name, date, { permanent: true });
  const replace = (others: Partial<Others>, live: readonly Api.ChatInviteExported[] = []) =>
    lookWithProof(live, { legacyRevokePermanent: true }, others);

  test('is the present one', async () => {
    expect(await replace({ primary: primary('new', SENT) })).toMatchObject(taken(invite('new', 0)));
  });

  test('may have been replaced again', async () => {
    const others = { primary: primary('newer', SENT + 400), revoked: [primary('new', SENT + 1)] };
    expect(await replace(others)).toMatchObject(taken(invite('new', 0)));
  });

  test('is not one of before, nor an additional link', async () => {
    const others = { primary: primary('old', SENT - 1), revoked: [invite('revoked', SENT)] };
    expect(await replace(others, [invite('live', SENT)])).toMatchObject(sentAgain);
    expect(await replace({})).toMatchObject(sentAgain);
  });
});

/** Two requests with the same wishes: the first is lost, and its look takes what Telegram answers the second with. */
async function exchange(lost: Error, after: readonly Api.ChatInviteExported[]) {
  const answer = Promise.withResolvers<Api.ChatInviteExported>();
  const sendings = [() => answer.promise, () => Promise.reject(lost), () => second];
  let live = [invite('one', SENT)];
  const { services } = setUp(
    {
      'messages.ExportChatInvite': () => sendings.shift()?.(),
      'messages.GetExportedChatInvites': (request: Api.messages.GetExportedChatInvites) => lists(live)(request),
    },
    STILL,
  );
  const other = services.chatInvites.export(WANTED).catch((error: unknown) => error);
  const found = await services.chatInvites.export(WANTED);
  expect(found).toMatchObject({ link: invite('one', 0).link });
  live = [...after, ...live];
  answer.resolve(invite('one', SENT));
  return { found: await other, sent: 3 - sendings.length };
}

test('a link that was given away: its request has the one that the other left', async () => {
  const told = { found: { link: invite('two', 0).link }, sent: 2 };
  for (const lost of [LOST, new RpcFailure(500, 'RPC_CALL_FAIL')]) {
    expect(await exchange(lost, [invite('two', SENT + 1)])).toMatchObject(told);
  }
});

test('a link that was given away, and no other is there: a new one is made only if the other’s sending is over', async () => {
  expect(await exchange(new RpcFailure(500, 'RPC_CALL_FAIL'), [])).toMatchObject({ ...sentAgain, sent: 3 });
  expect(await exchange(LOST, [])).toMatchObject({ found: { outcome: 'UNKNOWN' }, sent: 2 });
});

test('a link that another took while the list was read: the list is read again', async () => {
  const one = [invite('one', SENT)];
  const pages = [one, [invite('two', SENT), ...one]];
  let sent = 0;
  const { services } = setUp(
    {
      'messages.ExportChatInvite': () => {
        sent += 1;
        throw new RpcFailure(500, 'RPC_CALL_FAIL');
      },
      'messages.GetExportedChatInvites': (request: Api.messages.GetExportedChatInvites) =>
        lists(pages.shift() ?? [])(request),
    },
    STILL,
  );
  const both = await Promise.all([1, 2].map(() => services.chatInvites.export(WANTED)));
  expect(both.map((made) => 'link' in made && made.link).toSorted()).toEqual(
    [invite('one', 0).link, invite('two', 0).link].toSorted(),
  );
  expect(sent).toBe(2);
});

const full = async () => {
  throw new Error('database or disk is full');
};

/** A key that was answered the link `mine` when the end could not be written down, and another client's older one. */
async function keyWithoutAnEnd(live: readonly Api.ChatInviteExported[], revoked: readonly Api.ChatInviteExported[]) {
  const store = await openTestStore(null);
  const input = { ...WANTED, idempotencyKey: 'k' };
  const first = setUp(
    { 'messages.ExportChatInvite': () => invite('mine', SENT + 2) },
    { ...STILL, claims: store.claims, ledger: { ...store.ledger, finish: full } },
  );
  await first.services.chatInvites.export(input);
  const second = setUp(
    { ...answers, 'messages.ExportChatInvite': full, 'messages.GetExportedChatInvites': lists(live, revoked) },
    { ...STILL, claims: store.claims, ledger: store.ledger },
  );
  const answer = await second.services.chatInvites.export(input).catch((error: unknown) => error);
  await store.close();
  return answer;
}

const older = invite('older', SENT + 1);

test.each([
  ['as it was', [invite('mine', SENT + 2), older], []],
  ['used meanwhile', [invite('mine', SENT + 2, { usage: 3 }), older], []],
  ['revoked meanwhile', [older], [invite('mine', SENT + 2, { revoked: true })]],
])('a key that owns a link, %s, takes no older one of another caller', async (_, live, revoked) => {
  expect(await keyWithoutAnEnd(live, revoked)).toMatchObject({ link: invite('mine', 0).link });
});

test('a key that owned a link which has been deleted is told UNKNOWN and makes no other', async () => {
  expect(await keyWithoutAnEnd([older], [])).toMatchObject({ outcome: 'UNKNOWN' });
});
