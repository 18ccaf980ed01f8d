import { describe, expect, test } from 'vitest';
import { withCallScope } from '../../src/base/call-scope.ts';
import { InvalidInputError } from '../../src/services/errors/errors.ts';
import type { EditExportedChatInviteInput } from '../../src/services/invites/edit-exported-chat-invite.ts';
import { RpcFailure, TransportFailure } from '../../src/telegram/rpc-error.ts';
import { Api, toLong } from '../../src/telegram/tl.ts';
import { callScopeOf } from '../support/call-scope.ts';
import { link, me, meAsBot, setUp as setUpWith } from '../support/fake-community.ts';

const hash = 'AbCdEfGhIjKlMnOp';
const named = { peer: '@some_group', link: hash };
const wireLink = `https://t.me/+${hash}`;

const setUp = (changed: Parameters<typeof setUpWith>[0] = {}) =>
  setUpWith({
    'messages.EditExportedChatInvite': () => new Api.messages.ExportedChatInvite({ invite: link, users: [me] }),
    'messages.GetExportedChatInvite': () => new Api.messages.ExportedChatInvite({ invite: link, users: [me] }),
    'messages.DeleteExportedChatInvite': () => true,
    'messages.DeleteRevokedExportedChatInvites': () => true,
    ...changed,
  });

/** Those of the fields that the last request carries. */
const sent = ({ requests }: { readonly requests: readonly Api.AnyRequest[] }, names: readonly string[]) => {
  const fields = new Map(Object.entries(requests.at(-1) ?? {}));
  return Object.fromEntries(
    names.flatMap((name) => (fields.get(name) === undefined ? [] : [[name, fields.get(name)]])),
  );
};
const EDIT_FIELDS = ['link', 'revoked', 'expireDate', 'usageLimit', 'title', 'requestNeeded'];

const refusal = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    (error: unknown) => error,
  );

describe('editing a link', () => {
  const expireDate = new Date('2030-01-01T00:00:00.900Z');
  test.each<[string, Partial<EditExportedChatInviteInput>, object]>([
    ['a title alone', { title: ' New\n' }, { title: 'New' }],
    ['a date in whole seconds', { expireDate }, { expireDate: 1_893_456_000 }],
    ['a limit', { usageLimit: 7 }, { usageLimit: 7 }],
    ['approval', { requestNeeded: true }, { requestNeeded: true }],
    ['no approval, which is more than nothing', { requestNeeded: false }, { requestNeeded: false }],
    [
      'null as what Telegram clears with',
      { expireDate: null, usageLimit: null, title: null },
      { expireDate: 0, usageLimit: 0, title: '' },
    ],
    ['an empty title as none', { title: '' }, { title: '' }],
    ['a null approval as no change', { title: 'x', requestNeeded: null }, { title: 'x' }],
    [
      'the switch of a limited link to approval in one call',
      { usageLimit: null, requestNeeded: true },
      { usageLimit: 0, requestNeeded: true },
    ],
  ])('sends %s, and nothing else', async (_, changes, wire) => {
    const { telegram, services } = setUp();
    await services.chatInvites.edit({ ...named, ...changes });
    expect(sent(telegram, EDIT_FIELDS)).toEqual({ link: wireLink, ...wire });
  });

  test('answers the link as it is now', async () => {
    const { services } = setUp();
    expect(await services.chatInvites.edit({ ...named, title: 'x' })).toMatchObject({
      kind: 'EXPORTED_CHAT_INVITE',
      link: wireLink,
      chatId: '-1001234567890',
    });
  });

  test.each<[Partial<EditExportedChatInviteInput>, string]>([
    [{ usageLimit: 0 }, 'UsageLimitInvalidError'],
    [{ usageLimit: 100_000 }, 'UsageLimitInvalidError'],
    [{ expireDate: new Date('2025-12-31') }, 'ExpireDateInvalidError'],
    [{ expireDate: new Date(2_147_483_648_000) }, 'ExpireDateInvalidError'],
    [{ title: 'x'.repeat(33) }, 'InvalidInputError'],
    [{ peer: 't.me/+AbCdEfGhIjKlMnOp', title: 'x' }, 'InvalidInputError'],
    [{ peer: 'me', title: 'x' }, 'PeerIdInvalidError'],
  ])('%j is %s, and costs no call', async (changes, name) => {
    const { telegram, services } = setUp();
    await expect(services.chatInvites.edit({ ...named, ...changes })).rejects.toMatchObject({ name });
    expect(telegram.requests).toEqual([]);
  });

  test.each<[string, Partial<EditExportedChatInviteInput>, string[]]>([
    ['nothing to change', {}, ['input']],
    ['approval left as it is and no more', { requestNeeded: null }, ['input']],
    ['approval with a limit', { requestNeeded: true, usageLimit: 5 }, ['input.requestNeeded', 'input.usageLimit']],
  ])('%s is InvalidInputError with the paths concerned, and costs no call', async (_, changes, paths) => {
    const { telegram, services } = setUp();
    const error = await refusal(services.chatInvites.edit({ ...named, ...changes }));
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error instanceof InvalidInputError && error.issues.map(({ path }) => path.join('.'))).toEqual(paths);
    expect(telegram.requests).toEqual([]);
  });

  test('a limit that Telegram refuses because of what the link has: the message says how to switch', async () => {
    const { services } = setUp({
      'messages.EditExportedChatInvite': () => {
        throw new RpcFailure(400, 'USAGE_LIMIT_INVALID');
      },
    });
    await expect(services.chatInvites.edit({ ...named, requestNeeded: true })).rejects.toMatchObject({
      code: 'USAGE_LIMIT_INVALID',
      message: expect.stringContaining('usageLimit: null and requestNeeded: true in one call'),
    });
  });
});

describe('an edit whose answer was lost', () => {
  const SENT = Date.UTC(2026, 0, 1) / 1000;
  const edited = async (lost: Error, fields: object) => {
    const { telegram, services } = setUpWith(
      {
        'messages.EditExportedChatInvite': () => Promise.reject(lost),
        'messages.GetExportedChatInvite': () =>
          new Api.messages.ExportedChatInvite({
            invite: new Api.ChatInviteExported({ ...link, ...fields }),
            users: [me],
          }),
      },
      { monotonic: () => 0 },
    );
    const answer = await services.chatInvites.edit({ ...named, title: 'New' }).catch((error: unknown) => error);
    const times = telegram.requests.filter((request) => request instanceof Api.messages.EditExportedChatInvite);
    return { answer, sent: times.length };
  };
  const lost = new TransportFailure('The session was forgotten.', 'UNKNOWN');

  test('the link has the values: it was done', async () => {
    const { answer, sent } = await edited(lost, { title: 'New', startDate: SENT });
    expect(answer).toMatchObject({ title: 'New' });
    expect(sent).toBe(1);
  });

  test('somebody has edited it since: nobody knows, and it is not sent again', async () => {
    const { answer, sent } = await edited(new RpcFailure(500, 'RPC_CALL_FAIL'), { title: 'Other', startDate: SENT });
    expect(answer).toMatchObject({ outcome: 'UNKNOWN' });
    expect(sent).toBe(1);
  });

  test('nobody has edited it since, and Telegram is through with it: it is sent again', async () => {
    const failed = new RpcFailure(500, 'RPC_CALL_FAIL');
    const { sent } = await edited(failed, { title: 'Old', startDate: SENT - 1 });
    expect(sent).toBe(8);
  }, 20_000);

  test('the chat has no such link: it is sent again, and Telegram’s refusal is the answer', async () => {
    let tries = 0;
    const { services } = setUpWith(
      {
        'messages.EditExportedChatInvite': () => {
          tries += 1;
          return Promise.reject(
            tries === 1 ? new RpcFailure(500, 'RPC_CALL_FAIL') : new RpcFailure(400, 'INVITE_HASH_EXPIRED'),
          );
        },
        'messages.GetExportedChatInvite': () => Promise.reject(new RpcFailure(400, 'INVITE_HASH_EXPIRED')),
      },
      { monotonic: () => 0 },
    );
    const answer = await refusal(services.chatInvites.edit({ ...named, title: 'New' }));
    expect(answer).toMatchObject({ name: 'InviteHashExpiredError' });
    expect(tries).toBe(2);
  });
});

describe('revoking a link', () => {
  test('another caller was given the new primary link: the revoked one is answered alone', async () => {
    const newInvite = new Api.ChatInviteExported({ ...link, link: 'https://t.me/+NewNewNewNewNewN', permanent: true });
    const { services } = setUp({
      'messages.ExportChatInvite': () => newInvite,
      'messages.EditExportedChatInvite': () =>
        new Api.messages.ExportedChatInviteReplaced({ invite: link, newInvite, users: [me] }),
    });
    await services.chatInvites.export({
      ...{ peer: '@some_group', title: null, requestNeeded: false, expireDate: null, usageLimit: null },
      ...{ legacyRevokePermanent: true, subscriptionPricing: null },
    });
    expect(await services.chatInvites.revoke(named)).toMatchObject({ kind: 'EXPORTED_CHAT_INVITE', link: wireLink });
  });

  test('sends the flag alone', async () => {
    const { telegram, services } = setUp();
    await services.chatInvites.revoke(named);
    expect(sent(telegram, EDIT_FIELDS)).toEqual({ link: wireLink, revoked: true });
  });

  test('answers both links when a primary was revoked', async () => {
    const newInvite = new Api.ChatInviteExported({ ...link, link: 'https://t.me/+NewNewNewNewNewN', permanent: true });
    const { services } = setUp({
      'messages.EditExportedChatInvite': () =>
        new Api.messages.ExportedChatInviteReplaced({ invite: link, newInvite, users: [me] }),
    });
    expect(await services.chatInvites.revoke(named)).toMatchObject({
      kind: 'EXPORTED_CHAT_INVITE_REPLACED',
      invite: { link: wireLink },
      newInvite: { link: 'https://t.me/+NewNewNewNewNewN', permanent: true },
    });
  });
});

describe('deleting links', () => {
  test('a link goes out as its URL, and is answered with its chat', async () => {
    const { telegram, services } = setUp();
    expect(await services.chatInvites.delete(named)).toEqual({ link: wireLink, chatId: '-1001234567890' });
    expect(sent(telegram, ['link'])).toEqual({ link: wireLink });
  });

  test.each([
    ['me', { className: 'InputUserSelf' }, '7'],
    ['7', { className: 'InputUserSelf' }, '7'],
    ['@some_body', { className: 'InputUser', userId: toLong(8n), accessHash: toLong(80n) }, '8'],
  ])('all revoked links of %j', async (admin, adminId, id) => {
    const { telegram, services } = setUp();
    expect(await services.chatInvites.deleteRevoked({ peer: '@some_group', admin })).toEqual({
      chatId: '-1001234567890',
      adminId: id,
    });
    expect(telegram.requests.at(-1)).toMatchObject({ adminId });
  });

  test.each(['@some_group', '-1001234567890', '-7001', '9'.repeat(30)])(
    'the admin %j is no person: AdminIdInvalidError, and nothing is deleted',
    async (admin) => {
      const { telegram, services } = setUp();
      const deleted = services.chatInvites.deleteRevoked({ peer: '@some_group', admin });
      await expect(deleted).rejects.toMatchObject({ name: 'AdminIdInvalidError', code: 'ADMIN_ID_INVALID' });
      expect(telegram.requests.map(({ className }) => className)).not.toContain(
        'messages.DeleteRevokedExportedChatInvites',
      );
    },
  );

  test('a peer and an admin that are neither are told in one answer', async () => {
    const { telegram, services } = setUp();
    const deleted = services.chatInvites.deleteRevoked({
      peer: 'https://example.com/x',
      admin: 'https://example.com/y',
    });
    await expect(deleted).rejects.toMatchObject({
      issues: [{ path: ['input', 'peer'] }, { path: ['input', 'admin'] }],
    });
    expect(telegram.requests).toEqual([]);
  });

  test('an admin that this account has never seen is PeerNotFoundError', async () => {
    const { services } = setUp();
    const deleted = services.chatInvites.deleteRevoked({ peer: '@some_group', admin: '555' });
    await expect(deleted).rejects.toMatchObject({ name: 'PeerNotFoundError' });
  });
});

describe('a bot account', () => {
  const asBot = () => setUp({ 'users.GetUsers': () => [meAsBot] });

  test.each([
    ['reading', (services: ReturnType<typeof setUp>['services']) => services.chatInvites.get('-1001234567890', hash)],
    ['deleting', (services: ReturnType<typeof setUp>['services']) => services.chatInvites.delete(named)],
    [
      'deleting all',
      (services: ReturnType<typeof setUp>['services']) =>
        services.chatInvites.deleteRevoked({ peer: '@some_group', admin: 'me' }),
    ],
  ])('%s is refused before the wire, with who can', async (_, act) => {
    const { telegram, services } = asBot();
    await expect(act(services)).rejects.toMatchObject({
      name: 'BotMethodInvalidError',
      message: expect.stringContaining('a user account can'),
    });
    expect(telegram.requests.map(({ className }) => className)).toEqual(['users.GetUsers']);
  });

  test('may edit and revoke', async () => {
    const { services } = asBot();
    await expect(services.chatInvites.edit({ ...named, title: 'x' })).resolves.toMatchObject({ link: wireLink });
    await expect(services.chatInvites.revoke(named)).resolves.toMatchObject({ link: wireLink });
  });
});

test('a refusal that comes when the caller of a request without a key has gone is nobody’s trouble', async () => {
  const later = Promise.withResolvers<never>();
  const { services } = setUp({
    'messages.GetExportedChatInvite': () => new Api.messages.ExportedChatInvite({ invite: link, users: [] }),
    'messages.DeleteExportedChatInvite': () =>
      Promise.reject(new TransportFailure('No answer.', 'UNKNOWN', { late: later.promise })),
  });
  const gone = withCallScope(callScopeOf({ left: 30 }), () =>
    services.chatInvites.delete({ peer: '@some_group', link: 'AbCdEfGhIjKlMnOp' }),
  );
  await expect(gone).rejects.toMatchObject({ outcome: 'UNKNOWN' });
  const unhandled: unknown[] = [];
  const note = (error: unknown) => unhandled.push(error);
  process.on('unhandledRejection', note);
  later.reject(new RpcFailure(400, 'INVITE_REVOKED_MISSING'));
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', note);
  expect(unhandled).toEqual([]);
});
