import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { createFileLocks } from '../../src/store/sqlite/file-locks.ts';
import { isBusy } from '../../src/store/sqlite/sqlite.ts';

/** More than one connection attaches. */
const COUNT = 23;

function setUp() {
  const directory = mkdtempSync(join(tmpdir(), 'locks-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const paths = Array.from({ length: COUNT }, (_, index) => join(directory, `${index}'.lock`));
  for (const path of paths) writeFileSync(path, '');
  return { directory, paths, locks: createFileLocks() };
}

/** As another process would, whichever version of the gateway it is. */
function isLocked(path: string): boolean {
  const other = new DatabaseSync(path, { timeout: 0 });
  try {
    other.exec('begin exclusive');
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw error;
  } finally {
    other.close();
  }
}

test('each file is locked until it is given back, and no other with it', () => {
  const { directory, paths, locks } = setUp();
  const releases = paths.map(locks.take);
  expect(paths.filter((path) => !isLocked(path))).toEqual([]);
  releases[3]?.();
  releases[12]?.();
  expect(paths.flatMap((path, index) => (isLocked(path) ? [] : [index]))).toEqual([3, 12]);
  expect(readdirSync(directory), 'nothing beside them, and nothing in them').toHaveLength(COUNT);
  expect(paths.map((path) => statSync(path).size)).toEqual(paths.map(() => 0));
  const again = [locks.take(paths[3] ?? ''), locks.take(paths[12] ?? '')];
  expect(paths.filter((path) => !isLocked(path))).toEqual([]);
  for (const release of [...releases.filter((_, index) => index !== 3 && index !== 12), ...again]) release();
  expect(paths.filter(isLocked)).toEqual([]);
});

test.each(['another connection', 'the same locks'])(
  'a file that %s has is refused, and the others stay locked',
  (who) => {
    const { paths, locks } = setUp();
    const [taken = '', ...others] = paths;
    const other = new DatabaseSync(taken, { timeout: 0 });
    if (who === 'another connection') other.exec('begin exclusive');
    const owned = who === 'another connection' ? null : locks.take(taken);
    const releases = others.map(locks.take);
    let refusal: unknown;
    try {
      locks.take(taken);
    } catch (error) {
      refusal = error;
    }
    expect(isBusy(refusal)).toBe(true);
    expect(others.filter((path) => !isLocked(path))).toEqual([]);
    other.close();
    owned?.();
    locks.take(taken)();
    for (const release of releases) release();
  },
);

test('a file that is no database is refused, and the others stay locked', () => {
  const { paths, locks } = setUp();
  const [broken = '', whole = ''] = paths;
  writeFileSync(broken, 'no database '.repeat(100));
  const release = locks.take(whole);
  expect(() => locks.take(broken)).toThrow(/not a database/);
  expect(isLocked(whole)).toBe(true);
  release();
});
