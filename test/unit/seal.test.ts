import { randomBytes } from 'node:crypto';
import { readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSessionKeys } from '../../src/base/session-keys.ts';
import { createSeal, KEY_FILE, openSeal, SealError } from '../../src/store/seal.ts';
import { StoreError } from '../../src/store/store-error.ts';
import { makeDataDir } from '../support/data-dir.ts';

const key = (id: string, byte: number) => ({ id, key: Buffer.alloc(32, byte) });
const OLD = createSeal([key('old', 1)], 'SESSION_KEYS');

test('sealed for one account, it opens for that one alone; twice the same is sealed in two ways', () => {
  const sealed = OLD.seal('1session', '777');
  expect(sealed).toMatch(/^old\.[A-Za-z0-9+/]+=*$/);
  expect(OLD.seal('1session', '777')).not.toBe(sealed);
  expect(OLD.open(sealed, '777')).toBe('1session');
  expect(() => OLD.open(sealed, '778')).toThrow(SealError);
});

test('not one bit of it can be changed, and none left out', () => {
  const sealed = OLD.seal('1session', '777');
  const bytes = Buffer.from(sealed.slice('old.'.length), 'base64');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(() => OLD.open(`old.${changed.toString('base64')}`, '777'), `bit ${bit}`).toThrow(/does not open/);
  }
  for (let length = 1; length < bytes.length; length += 1) {
    expect(() => OLD.open(`old.${bytes.toString('base64', 0, length)}`, '777'), `${length} bytes`).toThrow(SealError);
  }
  for (const text of ['', '1session', 'old.', '.', 'old.?']) {
    expect(() => OLD.open(text, '777'), text).toThrow('The session in the store is damaged. Sign in again.');
  }
});

test('the first key seals, all open; a key that is missing is named, and one of another content does not open', () => {
  const sealed = OLD.seal('1session', '777');
  const both = createSeal([key('new', 2), key('old', 1)], 'SESSION_KEYS');
  expect(both.open(sealed, '777')).toBe('1session');
  expect([both.keyId(), both.seal('x', '777').slice(0, 4)]).toEqual(['new', 'new.']);
  expect(() => createSeal([key('new', 2)], 'SESSION_KEYS').open(sealed, '777')).toThrow(
    'The session is sealed with the key "old", which SESSION_KEYS does not hold. Put that key back; nothing was changed.',
  );
  expect(() => createSeal([key('old', 2)], 'SESSION_KEYS').open(sealed, '777')).toThrow(
    /does not open with the key "old" of SESSION_KEYS: it was sealed with another key of that name/,
  );
});

test.each([
  ['', 'holds no key.'],
  [' ,\n', 'holds no key.'],
  ['swordfish', /^holds what is no ID:KEY/],
  [`K1:${Buffer.alloc(32).toString('base64')}`, /^holds what is no ID:KEY/],
  [`k1:${Buffer.alloc(31).toString('base64')}`, /^holds what is no ID:KEY/],
  [`k1:${Buffer.alloc(33).toString('base64')}`, /^holds what is no ID:KEY/],
  [`k1:${Buffer.alloc(32).toString('hex')}`, /^holds what is no ID:KEY/],
  [
    `k1:${Buffer.alloc(32).toString('base64')},k1:${Buffer.alloc(32, 1).toString('base64')}`,
    'names the key "k1" twice.',
  ],
])('no keys: %j', (text, problem) => {
  const read = readSessionKeys(text);
  expect(read).toEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem));
  expect(read).not.toMatch(/AAAA|swordfish/);
});

test('keys in the order of the text, by commas or lines, in either alphabet of base64', () => {
  const bytes = randomBytes(32);
  const text = ` a:${bytes.toString('base64')},\nb-2:${bytes.toString('base64url')}\n`;
  expect(readSessionKeys(text)).toEqual([
    { id: 'a', key: bytes },
    { id: 'b-2', key: bytes },
  ]);
});

test('the embedded store makes its keys once, for this user alone, and keeps them', async () => {
  await using dir = await makeDataDir();
  const dataDir = join(dir.path, 'data');
  const [first, second] = await Promise.all([openSeal({ dataDir }, []), openSeal({ dataDir }, [])]);
  const sealed = first.seal('1session', '777');
  expect(second.open(sealed, '777'), 'two who start at once have one file').toBe('1session');
  expect((await openSeal({ dataDir }, [])).open(sealed, '777')).toBe('1session');
  const path = join(dataDir, KEY_FILE);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const content = await readFile(path, 'utf8');
  expect(readSessionKeys(content), 'what stands there can stand in SESSION_KEYS').toHaveLength(1);
  const keys = readSessionKeys(content);
  if (typeof keys === 'string') throw new Error(keys);
  const moved = await openSeal({ dataDir: null, database: { url: '', directUrl: '', poolSize: 1 } }, keys);
  expect(moved.open(sealed, '777')).toBe('1session');
});

test('with SESSION_KEYS no file is made; a damaged file is told and left alone; a symbolic link is not followed', async () => {
  await using dir = await makeDataDir();
  await openSeal({ dataDir: dir.path }, [key('k1', 1)]);
  const path = join(dir.path, KEY_FILE);
  await expect(stat(path)).rejects.toThrow('ENOENT');
  await writeFile(path, 'swordfish\n', { mode: 0o600 });
  const seal = await openSeal({ dataDir: dir.path }, []);
  expect(() => seal.seal('1session', '777')).toThrow(SealError);
  expect(() => seal.open('k1.AAAA', '777')).toThrow(/the file session-keys in DATA_DIR holds what is no ID:KEY/);
  expect(await readFile(path, 'utf8')).toBe('swordfish\n');
  await using linked = await makeDataDir();
  await symlink(path, join(linked.path, KEY_FILE));
  await expect(openSeal({ dataDir: linked.path }, [])).rejects.toThrow(StoreError);
});

test.each(['removed', 'changed'])('while its file is %s nothing is sealed, and what is there opens', async (how) => {
  await using dir = await makeDataDir();
  const seal = await openSeal({ dataDir: dir.path }, []);
  const sealed = seal.seal('1session', '777');
  const path = join(dir.path, KEY_FILE);
  const content = await readFile(path, 'utf8');
  if (how === 'removed') await rm(path);
  else await writeFile(path, `other:${Buffer.alloc(32, 7).toString('base64')}\n`);
  expect(seal.unable()).toMatch(/session-keys of DATA_DIR was removed or changed/);
  expect(() => seal.seal('1session', '777')).toThrow(SealError);
  expect(seal.open(sealed, '777')).toBe('1session');
  await writeFile(path, content);
  expect(seal.unable()).toBeNull();
  expect(seal.open(seal.seal('1session', '777'), '777')).toBe('1session');
});

test('PostgreSQL without SESSION_KEYS: the seal opens, and says what is missing when it is used', async () => {
  const seal = await openSeal({ dataDir: 'data', database: { url: '', directUrl: '', poolSize: 1 } }, []);
  expect(() => seal.keyId()).toThrow(/^SESSION_KEYS is not set, .*openssl rand -base64 32/);
  expect(() => seal.seal('1session', '777')).toThrow(SealError);
  expect(() => seal.open('k1.AAAA', '777')).toThrow(SealError);
});

test('a store that ends with the process seals as well', async () => {
  const seal = await openSeal({ dataDir: null }, []);
  expect(seal.open(seal.seal('1session', '777'), '777')).toBe('1session');
});
