import { expect, test } from 'vitest';
import { TelegramUnavailableError } from '../../src/services/errors/errors.ts';
import { RpcFailure, TransportFailure } from '../../src/telegram/rpc-error.ts';
import { Api } from '../../src/telegram/tl.ts';
import { answers, link, setUp } from '../support/fake-community.ts';
import { openTestStore } from '../support/open-test-store.ts';

/** Telegram's second at which every request of these tests leaves. */
const SENT = Date.UTC(2026, 0, 1) / 1000;
const LOST = new TransportFailure('The session was forgotten.', 'UNKNOWN');
const WANTED = {
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
async function lookFor(
  live: readonly Api.ChatInviteExported[],
  lost: Error = LOST,
  revoked: readonly Api.ChatInviteExported[] = [],
) {
  const changed = {
    'messages.ExportChatInvite': () => Promise.reject(lost),
    'messages.GetExportedChatInvites': lists(
      live,
      revoked.filter((each) => each.revoked),
    ),
  };
  const { services, telegram } = setUp(changed, STILL);
  const found = await services.chatInvites.export(WANTED).catch((error: unknown) => error);
  const sent = telegram.requests.filter((request) => request instanceof Api.messages.ExportChatInvite).length;
  return { found, sent };
}

test.each([
  ['at the second of the sending', SENT, true],
  ['in the second before it', SENT - 1, false],
  ['20 s after it', SENT + 21, true],
  ['later', SENT + 22, false],
])('a link that Telegram dates %s', async (_, date, isTaken) => {
  const { found } = await lookFor([invite('one', date)]);
  if (isTaken) expect(found).toMatchObject({ link: invite('one', date).link });
  else expect(found).toBeInstanceOf(TelegramUnavailableError);
});

test('of two that fit the older is taken', async () => {
  const { found } = await lookFor([invite('younger', SENT + 5), invite('older', SENT + 1)]);
  expect(found).toMatchObject({ link: invite('older', 0).link });
});

test.each<[string, Fields]>([
  ['has let somebody in', { usage: 1 }],
  ['somebody waits at', { requested: 1 }],
  ['was edited', { startDate: SENT }],
  ['has another title', { title: 'Another' }],
  ['is primary', { permanent: true }],
])('a link that %s is not taken', async (_, fields) => {
  const { found } = await lookFor([invite('one', SENT, fields)]);
  expect(found).toBeInstanceOf(TelegramUnavailableError);
});

test.each<[string, Fields, boolean]>([
  ['somebody came by', { usage: 1 }, true],
  ['somebody waits at', { requested: 1 }, true],
  ['was edited', { title: 'Another', startDate: SENT + 3 }, true],
  ['was revoked', { revoked: true }, true],
  ['was made with other wishes', { title: 'Another' }, false],
])(
  'a link that %s: whether it may be the one decides whether another is made',
  async (_, fields, mayBe) => {
    const made = invite('one', SENT + 1, fields);
    const { found, sent } = await lookFor(fields.revoked ? [] : [made], new RpcFailure(500, 'RPC_CALL_FAIL'), [made]);
    expect(found).toMatchObject({ outcome: 'UNKNOWN' });
    if (mayBe) expect(sent).toBe(1);
    else expect(sent).toBeGreaterThan(1);
  },
  20_000,
);

test('a full page that ends in the very second of the sending: the next page is read', async () => {
  const others = Array.from({ length: 100 }, (_, each) => invite(`other${each}`, SENT, { title: 'Another' }));
  const { found } = await lookFor([...others, invite('mine', SENT)]);
  expect(found).toMatchObject({ link: invite('mine', 0).link });
});

test('Telegram’s own error is the end of a sending: nothing is there, so it is sent once more', async () => {
  const { found, sent } = await lookFor([], new RpcFailure(500, 'RPC_CALL_FAIL'));
  expect(found).toMatchObject({ outcome: 'UNKNOWN' });
  expect(sent).toBeGreaterThan(1);
}, 20_000);

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
