import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { createInviteClaims } from '../../src/services/invite-claims.ts';
import { makeDataDir } from '../support/data-dir.ts';
import { openTestStore, SCOPE } from '../support/open-test-store.ts';

const LINK = 'https://t.me/+AbCdEfGhIjKlMnOp';
const silent = { error: () => {} };

test('of many who want a link at once one has it, with a key or without', async () => {
  await using store = await openTestStore(null);
  const claims = createInviteClaims(store.claims, silent);
  const wanted = [...Array(8).keys()].map((each) => claims.take(LINK, each % 2 ? `request ${each}` : null));
  expect((await Promise.all(wanted)).filter(Boolean)).toHaveLength(1);
});

test('after a restart a link is still its request’s own, and nobody else’s', async () => {
  await using dir = await makeDataDir();
  const before = await openTestStore(dir.path);
  await createInviteClaims(before.claims, silent).receive(LINK, 'mine');
  await before.close();
  await using after = await openTestStore(dir.path);
  expect(await createInviteClaims(after.claims, silent).take(LINK, 'mine')).toBe(true);
  const claims = createInviteClaims(after.claims, silent);
  expect(await claims.take(LINK, 'another')).toBe(false);
  expect(await claims.take(LINK, null)).toBe(false);
  expect(await claims.take(LINK, 'another')).toBe(false);
});

test('what is written down is no link', async () => {
  await using dir = await makeDataDir();
  await using store = await openTestStore(dir.path);
  await store.claims.claim(LINK, null);
  await using other = await openTestStore(dir.path, { scope: SCOPE.replaceAll('a', 'c') });
  expect(await other.claims.claim(LINK, null)).toBe(true);
  for (const file of ['gateway.db', 'gateway.db-wal']) {
    expect(await readFile(`${dir.path}/${file}`, 'latin1')).not.toContain('AbCdEfGhIjKlMnOp');
  }
});

test('a store that cannot be written: what Telegram answers is the caller’s, what a look finds is not told', async () => {
  const full = async () => {
    throw new Error('database or disk is full');
  };
  const claims = createInviteClaims({ claim: full }, silent);
  await expect(claims.take(LINK, null)).rejects.toThrow('full');
  expect(await claims.receive(LINK, null)).toBe(true);
  expect(await claims.take(LINK, null)).toBe(false);
});
