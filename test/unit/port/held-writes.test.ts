import { expect, test } from 'vitest';
import { createAccountHold } from '../../../src/services/account/account-hold.ts';
import type { Hold, HoldStore } from '../../../src/services/account/hold-store.ts';
import { AccountUnavailableError } from '../../../src/services/errors/errors.ts';
import { withHeldWrites } from '../../../src/services/port/held-writes.ts';
import { Api, toLong } from '../../../src/telegram/tl.ts';
import { fakeTelegram } from '../../support/fake-telegram.ts';

const NOW = new Date('2026-01-01T00:00:00Z');
const UP = { state: 'UP', since: NOW, end: null } as const;
const write = () => new Api.messages.ExportChatInvite({ peer: new Api.InputPeerSelf() });
const read = () => new Api.users.GetUsers({ id: [] });

/** An account whose next write Telegram answers with PEER_FLOOD; `changed` is another store. */
function limited(changed: Partial<HoldStore> = {}) {
  let kept: Hold | null = null;
  const told: unknown[] = [];
  const store: HoldStore = {
    read: async () => kept,
    place: async (hold) => {
      kept = hold;
    },
    lift: async () => {
      const wasThere = kept !== null;
      kept = null;
      return wasThere;
    },
    ...changed,
  };
  const telegram = fakeTelegram({
    'messages.ExportChatInvite': () => {
      throw new AccountUnavailableError('LIMITED', { code: 'PEER_FLOOD', telegramCode: 400 });
    },
    'users.GetUsers': () => [],
    'messages.GetFullChat': () => {
      throw new AccountUnavailableError('FROZEN', { code: 'FROZEN_METHOD_INVALID', telegramCode: 420 });
    },
  });
  const hold = createAccountHold(store, null, { clock: () => NOW, onHold: (...args) => told.push(args) });
  return { port: withHeldWrites(telegram, hold, () => UP), requests: telegram.requests, store, hold, told };
}

test('after PEER_FLOOD no write is sent, whoever asks, and reads are; it is told once', async () => {
  const { port, requests, hold, told } = limited();
  for (let count = 0; count < 3; count += 1)
    await expect(port.invoke(write())).rejects.toMatchObject({ reason: 'LIMITED' });
  await expect(port.invoke(read())).resolves.toEqual([]);
  expect(requests.map(({ className }) => className)).toEqual(['messages.ExportChatInvite', 'users.GetUsers']);
  expect(await hold.current()).toEqual({ reason: 'LIMITED', code: 'PEER_FLOOD', telegramCode: 400, since: NOW });
  expect(told).toEqual([[expect.objectContaining({ code: 'PEER_FLOOD' }), null]]);
});

test('a hold that somebody lifted in the store is gone with the next write', async () => {
  const { port, requests, store } = limited();
  await expect(port.invoke(write())).rejects.toThrow();
  await store.lift();
  await expect(port.invoke(write())).rejects.toThrow();
  expect(requests).toHaveLength(2);
});

test('a freeze takes the place of a limit, also for the next process, and no limit that of a freeze', async () => {
  const { port, hold, store, told } = limited();
  await expect(port.invoke(write())).rejects.toMatchObject({ reason: 'LIMITED' });
  for (let count = 0; count < 2; count += 1)
    await expect(port.invoke(new Api.messages.GetFullChat({ chatId: toLong(1n) }))).rejects.toMatchObject({
      reason: 'FROZEN',
    });
  await hold.note(new AccountUnavailableError('LIMITED', { code: 'PEER_FLOOD', telegramCode: 400 }));
  await expect(port.invoke(write())).rejects.toMatchObject({ reason: 'FROZEN', code: 'FROZEN_METHOD_INVALID' });
  expect(await store.read()).toMatchObject({ reason: 'FROZEN' });
  expect(told).toHaveLength(2);
});

test.each<[string, Partial<HoldStore>]>([
  ['cannot be written', { place: () => Promise.reject(new Error('disk full')) }],
  ['cannot be read', { read: () => Promise.reject(new Error('gone')) }],
])('a store that %s: writes stay stopped', async (_what, changed) => {
  const { port, requests } = limited(changed);
  await expect(port.invoke(write())).rejects.toMatchObject({ reason: 'LIMITED' });
  await expect(port.invoke(write())).rejects.toMatchObject({ reason: 'LIMITED' });
  expect(requests).toHaveLength(1);
});
