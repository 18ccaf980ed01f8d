import { expect, test } from 'vitest';
import type { ServicesDeps } from '../../src/services/index.ts';
import { Api } from '../../src/telegram/tl.ts';
import { answers, link, me, meAsBot } from '../support/fake-community.ts';
import { fakeServices } from '../support/fake-services.ts';
import { fakeTelegram } from '../support/fake-telegram.ts';
import { openTestStore } from '../support/open-test-store.ts';

const peer = '@some_group';
const wishes = {
  peer,
  legacyRevokePermanent: false,
  requestNeeded: false,
  expireDate: null,
  usageLimit: null,
  title: null,
  subscriptionPricing: null,
  idempotencyKey: 'k',
};
const named = { peer, link: 'AbCdEfGhIjKlMnOp' };
const asBot = { 'users.GetUsers': () => [meAsBot] };
const edited = (fields: object) => new Api.messages.ExportedChatInvite({ invite: changed(fields), users: [me] });
const changed = (fields: object) => new Api.ChatInviteExported({ ...link, ...fields });

type Kept = Pick<ServicesDeps, 'ledger' | 'changedLinks'>;

function services(
  telegram: Record<string, (request: never) => unknown>,
  { ledger, changedLinks }: Kept,
  log: ServicesDeps['log'] = { error() {} },
) {
  const port = fakeTelegram({ ...answers, ...telegram });
  return { port, invites: fakeServices({ telegram: port, ledger, changedLinks, log }).chatInvites };
}

test('an edit whose answer comes after that of a revocation does not bring the link back', async () => {
  await using store = await openTestStore(null);
  const late = Promise.withResolvers<Api.messages.ExportedChatInvite>();
  const telegram = {
    ...asBot,
    'messages.EditExportedChatInvite': ({ revoked }: Api.messages.EditExportedChatInvite) =>
      revoked ? edited({ revoked: true }) : late.promise,
  };
  const { invites } = services(telegram, store);
  await invites.export(wishes);
  const editing = invites.edit({ ...named, title: 'Flyer' });
  await invites.revoke(named);
  late.resolve(edited({ title: 'Flyer' }));
  await editing;
  expect(await invites.export(wishes)).toMatchObject({ title: 'Flyer', revoked: true });
});

test('nor one whose answer comes at the same time', async () => {
  await using store = await openTestStore(null);
  const together = Promise.withResolvers<void>();
  const telegram = {
    ...asBot,
    'messages.EditExportedChatInvite': async ({ revoked }: Api.messages.EditExportedChatInvite) => {
      await together.promise;
      return edited({ revoked });
    },
  };
  const { invites } = services(telegram, store);
  await invites.export(wishes);
  const changes = [invites.revoke(named), invites.edit({ ...named, title: 'Flyer' })];
  together.resolve();
  await Promise.all(changes);
  expect(await invites.export(wishes)).toMatchObject({ revoked: true });
});

test('of two primary links the later one is in place, in whichever order their answers come', async () => {
  await using store = await openTestStore(null);
  const late = Promise.withResolvers<Api.ChatInviteExported>();
  const primary = (name: string, date: number) => changed({ link: `${link.link}${name}`, permanent: true, date });
  const made = [late.promise, primary('2', link.date + 1)];
  const sent = Promise.withResolvers<void>();
  const makeOne = () => {
    sent.resolve();
    return made.shift();
  };
  const { invites } = services({ ...asBot, 'messages.ExportChatInvite': makeOne }, store);
  const replace = (idempotencyKey: string) =>
    invites.export({ ...wishes, legacyRevokePermanent: true, idempotencyKey });
  const first = replace('one');
  await sent.promise;
  const second = await replace('two');
  late.resolve(primary('1', link.date));
  await first;
  expect(await replace('two')).toEqual(second);
  expect(await replace('one')).toMatchObject({ link: `${link.link}1`, revoked: true });
});

test('a chat that this account has forgotten is not looked for: the replay costs no call', async () => {
  await using store = await openTestStore(null);
  const first = await services({}, store).invites.export(wishes);
  const { port, invites } = services({}, store);
  expect(await invites.export(wishes)).toEqual(first);
  expect(port.requests.map(({ className }) => className)).toEqual(['users.GetUsers']);
});

test('a store that fails for links costs neither the change nor the replay, and is logged', async () => {
  await using store = await openTestStore(null);
  const full = async () => {
    throw new Error('database or disk is full');
  };
  const logged: unknown[] = [];
  const { invites } = services(
    { ...asBot, 'messages.EditExportedChatInvite': () => edited({ title: 'Flyer' }) },
    { ledger: store.ledger, changedLinks: { read: full, write: full } },
    { error: (_fields: unknown, message?: string) => void logged.push(message) },
  );
  await invites.export(wishes);
  expect(await invites.edit({ ...named, title: 'Flyer' })).toMatchObject({ title: 'Flyer' });
  expect(await invites.export(wishes)).toMatchObject({ link: link.link, title: null });
  expect(logged).toEqual(Array(2).fill('what has become of a link could not be read or written down'));
});
