import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { createSeal, KEY_FILE, openSeal, type Seal } from '../../src/store/seal.ts';
import { openAccounts } from '../../src/store/store.ts';
import { makeDataDir } from '../support/data-dir.ts';
import { holdsKeyOf, makeSession } from '../support/session-bytes.ts';

/** All that whoever copies the store gets, also while it is open; the keys are not part of it. */
async function copyOf(dataDir: string): Promise<Buffer> {
  const files = (await readdir(dataDir)).filter((name) => name !== KEY_FILE);
  expect(files).toContain('gateway.db');
  return Buffer.concat(await Promise.all(files.map((name) => readFile(join(dataDir, name)))));
}

/** One that does nothing, to see that the search finds what is there. */
const open: Seal = {
  keyId: () => 'none',
  derive: () => null,
  unable: () => null,
  seal: (secret) => secret,
  open: (secret) => secret,
};

test.each([
  ['as bytes', (session: string) => Buffer.from(session.slice(1), 'base64')],
  ['in hexadecimal digits', (session: string) => Buffer.from(Buffer.from(session.slice(1), 'base64').toString('hex'))],
  ['as the session', (session: string) => Buffer.from(session)],
  ['in base64 for URLs', (session: string) => Buffer.from(Buffer.from(`x${session}`, 'base64').toString('base64url'))],
  ['the last 18 bytes in base64', (session: string) => Buffer.from(session.slice(-24))],
])('the search finds a key: %s', (_, write) => {
  const session = makeSession(Buffer.from(Array.from({ length: 256 }, (_each, index) => (index * 151 + 7) & 0xff)));
  const content = Buffer.concat([Buffer.from('before '), write(session), Buffer.from(' after')]);
  expect(holdsKeyOf(session, content)).toBe(true);
  expect(holdsKeyOf(makeSession(), content)).toBe(false);
});

test('a copy of the store has no 16 bytes of a session, while it is open and afterwards', async () => {
  const [first, second] = [makeSession(), makeSession()];
  const run = async (seal: (dataDir: string) => Promise<Seal>) => {
    await using dir = await makeDataDir();
    const accounts = await openAccounts({ dataDir: dir.path }, await seal(dir.path));
    await accounts.insert({ id: '777', name: 'support', kind: 'USER' }, first);
    await accounts.insert({ id: '778', name: 'news', kind: 'BOT' }, second);
    const isOpen = await copyOf(dir.path);
    await accounts[Symbol.asyncDispose]();
    const isClosed = await copyOf(dir.path);
    return [first, second].flatMap((session) => [holdsKeyOf(session, isOpen), holdsKeyOf(session, isClosed)]);
  };
  expect(await run(async () => open), 'without a seal').toEqual([true, true, true, true]);
  expect(await run((dataDir) => openSeal({ dataDir }, []))).toEqual([false, false, false, false]);
});

test('what was removed or renewed stands in no file any more, sealed or not', async () => {
  await using dir = await makeDataDir();
  const seal = createSeal([{ id: 'k1', key: Buffer.alloc(32, 1) }], 'SESSION_KEYS');
  const sealed: string[] = [];
  const noting: Seal = {
    ...seal,
    seal(secret, account) {
      const made = seal.seal(secret, account);
      sealed.push(made);
      return made;
    },
  };
  await using accounts = await openAccounts({ dataDir: dir.path }, noting);
  const ids = Array.from({ length: 60 }, (_, each) => String(each));
  for (const id of ids) await accounts.insert({ id, name: `account-${id}`, kind: 'USER' }, makeSession());
  expect((await copyOf(dir.path)).toString('latin1')).toContain(sealed[0]);
  for (const id of ids.filter((each) => Number(each) % 2 === 0)) await accounts.remove(id);
  for (const id of ids.filter((each) => Number(each) % 4 === 1)) await accounts.renew(id, makeSession());
  using file = new DatabaseSync(join(dir.path, 'gateway.db'), { readOnly: true });
  const kept = new Set(
    file
      .prepare('select session_sealed from account')
      .all()
      .map((row) => row['session_sealed']),
  );
  expect(kept.size).toBe(30);
  const content = (await copyOf(dir.path)).toString('latin1');
  const windows = (text: string) => Array.from({ length: text.length - 24 }, (_, at) => text.slice(at + 3, at + 24));
  const left = sealed.filter((text) => !kept.has(text) && windows(text).some((window) => content.includes(window)));
  expect(left).toEqual([]);
  expect(sealed.length - kept.size).toBe(45);
});
