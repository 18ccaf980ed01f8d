import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { spawnGateway } from '../support/spawn-gateway.ts';

const HERE = fileURLToPath(new URL('../..', import.meta.url));
const trees: string[] = [];

afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true });
});

/** A checkout of its own with this source, whose console is built by this program. */
function makeTree(build: string): string {
  const tree = mkdtempSync(join(tmpdir(), 'gateway-tree-'));
  trees.push(tree);
  for (const part of ['src', 'schema', 'package.json', 'package-lock.json', 'console/stamp.ts'])
    cpSync(join(HERE, part), join(tree, part), { recursive: true });
  writeFileSync(join(tree, 'console/build.ts'), build);
  symlinkSync(join(HERE, 'node_modules'), join(tree, 'node_modules'));
  return tree;
}

const BUILD = `
  import { mkdirSync, writeFileSync } from 'node:fs';
  import { consoleStamp } from './stamp.ts';
  const folder = new URL('./dist/', import.meta.url);
  mkdirSync(folder);
  writeFileSync(new URL('index.html', folder), 'the console __BOOT__');
  writeFileSync(new URL('.stamp', folder), consoleStamp());
`;

test('the first start builds the console, names it on its first screen and leads a browser there; the second has it', async () => {
  const tree = makeTree(BUILD);
  for (const _start of ['first', 'second']) {
    await using gateway = spawnGateway({ PORT: '0', CONSOLE: 'on' }, 'pipe', tree);
    const { origin } = new URL(await gateway.url);
    const page = await fetch(origin, { headers: { accept: 'text/html' } });
    expect(page.url).toBe(`${origin}/console`);
    expect(await page.text()).toMatch(/^the console \{"signIn":"none","caller":null,"graphiql":true,.*"sandbox":true/);
    gateway.process.kill('SIGTERM');
    const { code, stdout, stderr } = await gateway.exit;
    expect([code, stderr.includes('could not be built')]).toEqual([0, false]);
    expect(stdout).toContain(`Console    ${origin}/console`);
    expect(stdout).toContain(`${origin}/examples`);
  }
});

test('a build that fails is a warning: the gateway runs, and its door is the page of examples', async () => {
  await using gateway = spawnGateway({ PORT: '0', CONSOLE: 'on' }, 'pipe', makeTree('process.exit(1);'));
  const { origin } = new URL(await gateway.url);
  const page = await fetch(origin, { headers: { accept: 'text/html' } });
  expect([page.url, page.status]).toEqual([`${origin}/`, 200]);
  gateway.process.kill('SIGTERM');
  const { code, stdout, stderr } = await gateway.exit;
  expect(code).toBe(0);
  expect(stdout).not.toContain('Console ');
  expect(stderr).toContain('npm run build:console');
});
