import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { loadConsoleFiles } from '../../src/http/console/console-files.ts';

const SCRIPTS = 24;

/** A folder in which one build after the other takes the place, as console/build.ts does it. */
function makeFolder() {
  const root = mkdtempSync(join(tmpdir(), 'gateway-console-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const dist = join(root, 'dist');
  const make = (name: string, build: string) => {
    mkdirSync(join(root, name, 'assets'), { recursive: true });
    writeFileSync(join(root, name, 'index.html'), build);
    for (let each = 0; each < SCRIPTS; each += 1) {
      writeFileSync(join(root, name, `assets/${each}.js`), build);
      writeFileSync(join(root, name, `assets/${build}-${each}.js`), build);
    }
  };
  make('dist', 'one');
  make('next', 'two');
  return {
    directory: pathToFileURL(`${dist}/`),
    swap() {
      renameSync(dist, join(root, 'before'));
      renameSync(join(root, 'next'), dist);
    },
  };
}

test('files are of one build, whenever another takes its place while they are read', async () => {
  const seen = new Set<string>();
  for (let turns = 0; turns < 40; turns += 1) {
    const { directory, swap } = makeFolder();
    const loading = loadConsoleFiles(directory);
    for (let each = 0; each < turns; each += 1) await nextTurn();
    swap();
    const { index, files } = await loading;
    const scripts = [...files].map(([, { plain }]) => Buffer.from(plain).toString());
    expect(new Set([index, ...scripts]), `after ${turns} turns`).toEqual(new Set([index]));
    expect(scripts).toHaveLength(2 * SCRIPTS);
    seen.add(index);
  }
  expect(seen, 'swapped before and after the reading').toEqual(new Set(['one', 'two']));
});

test('a folder that is not there is an error', async () => {
  await expect(loadConsoleFiles(new URL('file:///nowhere/dist/'))).rejects.toThrow('ENOENT');
});
