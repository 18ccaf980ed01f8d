import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { consoleStamp } from '../../console/stamp.ts';

const HERE = join(import.meta.dirname, '../..');

/** A checkout with the console's sources alone, which a test may change. */
function makeTree() {
  const tree = mkdtempSync(join(tmpdir(), 'gateway-console-'));
  onTestFinished(() => rmSync(tree, { recursive: true }));
  const isSource = (path: string) => !/[/]console[/]dist/.test(path);
  for (const part of ['console', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(join(HERE, part), join(tree, part), { recursive: true, filter: isSource });
  symlinkSync(join(HERE, 'node_modules'), join(tree, 'node_modules'));
  const dist = join(tree, 'console/dist');
  const readPage = () => {
    try {
      return readFileSync(join(dist, 'index.html'), 'utf8');
    } catch {
      return '';
    }
  };
  return {
    tree,
    dist,
    /** Its exit code. */
    async build(): Promise<unknown> {
      const child = spawn(process.execPath, [join(tree, 'console/build.ts')], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      return (await once(child, 'exit'))[0];
    },
    /** Whether the page stands there with every file that it names. */
    isWhole(): boolean {
      const page = readPage();
      const named = [...page.matchAll(/\/console\/(assets\/[^"]+)/g)].map(([, name]) => join(dist, name ?? ''));
      return named.length > 0 && named.every((path) => ['', '.br', '.gz'].every((form) => existsSync(path + form)));
    },
  };
}

test('two builds at once both succeed, and one whole console stands there', async () => {
  const { tree, dist, build, isWhole } = makeTree();
  expect(await Promise.all([build(), build()])).toEqual([0, 0]);
  expect(isWhole()).toBe(true);
  expect(readFileSync(join(dist, '.stamp'), 'utf8').trim()).toBe(consoleStamp(pathToFileURL(`${tree}/`)));
  expect(readdirSync(join(tree, 'console')).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
});

test('a console stays whole for its readers until another one is', async () => {
  const { tree, dist, build, isWhole } = makeTree();
  expect(await build()).toBe(0);
  appendFileSync(join(tree, 'console/src/main.tsx'), '\nconsole.debug("another");\n');
  const stamp = () => readFileSync(join(dist, '.stamp'), 'utf8');
  const before = stamp();
  let looks = 0;
  let misses = 0;
  const watch = setInterval(() => {
    looks += 1;
    // The other may come between two readings of one look.
    if (!isWhole() && !isWhole()) misses += 1;
  }, 5);
  expect(await build()).toBe(0);
  clearInterval(watch);
  expect(looks).toBeGreaterThan(10);
  expect([misses, stamp() === before]).toEqual([0, false]);
});
