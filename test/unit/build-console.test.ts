import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { consoleStamp } from '../../console/stamp.ts';
import { buildConsole } from '../../src/build-console.ts';

const HERE = fileURLToPath(new URL('../../', import.meta.url));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A checkout whose build writes what its environment was, once more for each time that it runs. */
function makeTree({ withVite = true, build = BUILD } = {}) {
  const path = mkdtempSync(join(tmpdir(), 'gateway-console-'));
  folders.push(path);
  mkdirSync(join(path, 'console'));
  writeFileSync(join(path, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(path, 'package-lock.json'), '{}');
  cpSync(join(HERE, 'console/stamp.ts'), join(path, 'console/stamp.ts'));
  writeFileSync(join(path, 'console/build.ts'), build);
  if (withVite) symlinkSync(join(HERE, 'node_modules'), join(path, 'node_modules'));
  const root = pathToFileURL(`${path}/`);
  const warnings: unknown[] = [];
  return {
    path,
    root,
    warnings,
    directory: new URL('console/dist/', root).href,
    start: async () => (await buildConsole({ warn: (...line: unknown[]) => void warnings.push(line) }, root))?.href,
    builds: () => {
      const log = join(path, 'builds');
      return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
    },
  };
}

const BUILD = `
  import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
  import { consoleStamp } from './stamp.ts';
  const folder = new URL('./dist/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL('index.html', folder), '');
  writeFileSync(new URL('.stamp', folder), consoleStamp() + '\\n');
  appendFileSync(new URL('../builds', import.meta.url), Object.keys(process.env).join() + '\\n');
`;

test('the console is built once, and again when a source or the lock file has changed', async () => {
  const tree = makeTree();
  expect(await tree.start()).toBe(tree.directory);
  expect(await tree.start()).toBe(tree.directory);
  expect(tree.builds()).toHaveLength(1);
  mkdirSync(join(tree.path, 'console/src'));
  writeFileSync(join(tree.path, 'console/src/main.tsx'), '1');
  await tree.start();
  expect(tree.builds()).toHaveLength(2);
  writeFileSync(join(tree.path, 'package-lock.json'), '{ }');
  await tree.start();
  await tree.start();
  expect(tree.builds()).toHaveLength(3);
  expect(tree.warnings).toEqual([]);
});

test('the build gets no secret', async () => {
  process.env['GATEWAY_API_KEYS'] = 'a-key';
  process.env['TELEGRAM_SESSION'] = 'a-session';
  try {
    const tree = makeTree();
    await tree.start();
    expect(tree.builds()[0]).toContain('PATH');
    expect(tree.builds()[0]).not.toMatch(/GATEWAY_API_KEYS|TELEGRAM_SESSION/);
  } finally {
    delete process.env['GATEWAY_API_KEYS'];
    delete process.env['TELEGRAM_SESSION'];
  }
});

test('a build that fails is a warning, and what was built before is served', async () => {
  const tree = makeTree({ build: 'process.exit(3);' });
  expect(await tree.start()).toBeUndefined();
  mkdirSync(join(tree.path, 'console/dist'));
  writeFileSync(join(tree.path, 'console/dist/index.html'), '');
  expect(await tree.start()).toBe(tree.directory);
  writeFileSync(join(tree.path, 'console/dist/.stamp'), 'old');
  rmSync(join(tree.path, 'package-lock.json'));
  expect(await tree.start()).toBe(tree.directory);
  const warning = (message: RegExp) => [
    { err: expect.objectContaining({ message: expect.stringMatching(message) }) },
    'the console could not be built; "npm run build:console" says why',
  ];
  expect(tree.warnings).toEqual([warning(/ended with 3/), warning(/ended with 3/), warning(/ENOENT/)]);
});

test('a build ends with the process that has started it', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const tree = makeTree({
    build: "import { connect } from 'node:net'; connect(Number(process.env['PORT']), '127.0.0.1');",
  });
  const program = `
    import { buildConsole } from ${JSON.stringify(new URL('../../src/build-console.ts', import.meta.url).href)};
    process.on('SIGTERM', () => process.exit());
    setInterval(() => {}, 1_000);
    await buildConsole({ warn() {} }, new URL(${JSON.stringify(tree.root.href)}));
  `;
  const env = { PATH: process.env['PATH'], PORT: String(port) };
  const starter = spawn(process.execPath, ['--input-type=module', '-e', program], { env, stdio: 'ignore' });
  const [build]: Socket[] = await once(server, 'connection');
  build?.resume();
  starter.kill('SIGTERM');
  await once(build ?? server, 'close');
  server.close();
});

test('without Vite nothing is built, and what is there is taken as it is', async () => {
  const tree = makeTree({ withVite: false });
  expect(await tree.start()).toBeUndefined();
  mkdirSync(join(tree.path, 'console/dist'));
  writeFileSync(join(tree.path, 'console/dist/index.html'), '');
  expect(await tree.start()).toBe(tree.directory);
  expect([tree.builds(), tree.warnings]).toEqual([[], []]);
});

test('the stamp tells names and bytes, and not what was built', () => {
  const tree = makeTree();
  const before = consoleStamp(tree.root);
  mkdirSync(join(tree.path, 'console/dist/assets'), { recursive: true });
  writeFileSync(join(tree.path, 'console/dist/assets/a.js'), '1');
  expect(consoleStamp(tree.root)).toBe(before);
  writeFileSync(join(tree.path, 'console/index.html'), '');
  const named = consoleStamp(tree.root);
  rmSync(join(tree.path, 'console/index.html'));
  writeFileSync(join(tree.path, 'console/other.html'), '');
  expect(new Set([before, named, consoleStamp(tree.root)]).size).toBe(3);
});
