import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, matchesGlob } from 'node:path';
import { expect, test } from 'vitest';

/**
 * What the files of a folder may import: files of this repository as globs, and packages by name. The longest folder that
 * holds the file decides. Node's own modules and files under the same entry are always allowed.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  // The process and the composition root see every floor.
  src: ['src/**', 'console/stamp.ts'],
  'src/base': ['pino', 'pino-pretty'],
  'src/machine': ['@whatwg-node/promise-helpers'],
  'src/config': ['src/base/*', 'valibot'],
  'src/cli': [
    'src/main.ts',
    'src/base/*',
    'src/config/*',
    'src/store/**',
    'src/telegram/*',
    'src/telegram/gramjs/*',
    'src/telegram/sign-in/*',
    'src/sandbox/**',
    'src/workspace/stored-accounts.ts',
    'qrcode',
  ],

  // The floors that a request passes, from the outside to the wire.
  'src/http': [
    'src/context.ts',
    'src/base/*',
    'src/config/*',
    'src/machine/*',
    '@escape.tech/graphql-armor',
    '@graphql-yoga/plugin-csrf-prevention',
    '@graphql-yoga/render-graphiql',
    '@whatwg-node/server',
    'graphql',
    'graphql-ws',
    'graphql-yoga',
    'lru-cache',
    'ws',
  ],
  'src/schema': [
    'src/context.ts',
    'src/services/**',
    'src/base/*',
    '@pothos/core',
    '@pothos/plugin-dataloader',
    '@pothos/plugin-errors',
    '@pothos/plugin-relay',
    'graphql',
  ],
  'src/services': ['src/telegram/*', 'src/base/*', 'lru-cache', 'qrcode', 'valibot'],
  // What a sign-in ends with stands at the sign-in.
  'src/services/sign-in': [
    'src/services/*/*',
    'src/services/models.ts',
    'src/telegram/*',
    'src/telegram/sign-in/*',
    'src/telegram/gramjs/connect-error.ts',
    'src/base/*',
  ],
  'src/telegram': ['telegram'],
  'src/telegram/gramjs': ['src/telegram/*', 'src/telegram/wire/*', 'src/base/*', 'src/machine/*', 'telegram'],
  'src/telegram/sign-in': ['src/telegram/*', 'src/telegram/gramjs/*', 'src/base/*', 'telegram'],
  'src/telegram/wire': ['src/telegram/*', '@mtcute/wasm', 'telegram'],

  // Beside them.
  'src/workspace': ['src/services/**', 'src/telegram/gramjs/*', 'src/base/*', 'src/machine/*'],
  'src/store': ['src/workspace/*', 'src/services/**', 'src/base/*', 'kysely', 'lru-cache', 'pg', 'valibot'],
  'src/sandbox': ['lru-cache', 'telegram', 'valibot'],

  // What is not the product.
  bench: [
    'src/sandbox/sandbox.ts',
    'test/support/keep-accounts.ts',
    'test/support/start-postgres.ts',
    '@mtcute/node',
    'autocannon',
    'express',
    'fastify',
    'graphql-yoga',
    'telegram',
  ],
  'test/support': [
    'src/**',
    '@graphql-typed-document-node/core',
    'graphql',
    'graphql-ws',
    'kysely',
    'pg',
    'telegram',
    'vitest',
    'ws',
  ],
};

interface Import {
  readonly from: string;
  /** A file of this repository, or the name of a package. */
  readonly to: string;
  readonly isTypeOnly: boolean;
}

const FILES = globSync(['src/**/*.{ts,js}', 'bench/**/*.ts', 'test/support/**/*.ts'], {
  exclude: ['**/node_modules'],
}).sort();
const FOLDERS = [...new Set(FILES.map((file) => dirname(file)))];
const IMPORTS = FILES.flatMap(readImports);

/** Every static and dynamic import, re-export and `require` of a file, but Node's own modules. */
function readImports(from: string): Import[] {
  const code = readFileSync(from, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const forms =
    /^(?:import|export)\b(?<type> type\b)?(?:[^;'"]*?\bfrom)? '(?<named>[^']+)';|(?:\bimport|\brequire|\(import\.meta\.url\))\(\s*'(?<called>[^']+)'/gm;
  return [...code.matchAll(forms)].flatMap(({ groups = {} }) => {
    const name = groups['named'] ?? groups['called'] ?? '';
    if (name.startsWith('node:')) return [];
    const to = name.startsWith('.') ? join(dirname(from), name) : packageOf(name);
    return [{ from, to, isTypeOnly: groups['type'] !== undefined }];
  });
}

function packageOf(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

/** The folder of the list that decides for a file. */
function wallOf(file: string): string {
  let folder = dirname(file);
  while (!(folder in MAY_IMPORT) && folder !== '.') folder = dirname(folder);
  return folder;
}

/** A folder without folders inside is one room; a file that stands beside folders is a room of its own. */
function roomOf(file: string): string {
  const folder = dirname(file);
  return FOLDERS.some((other) => other.startsWith(`${folder}/`)) ? file : folder;
}

/** The nodes of a graph from which a way leads back to themselves. */
function onCircles(edges: readonly (readonly [from: string, to: string])[]): string[] {
  const next = Map.groupBy(edges, ([from]) => from);
  return [...next.keys()].filter((start) => {
    const seen = new Set<string>();
    const waiting = [start];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      for (const [, to] of next.get(node) ?? []) {
        if (to === start) return true;
        if (!seen.has(to)) waiting.push(to);
        seen.add(to);
      }
    }
    return false;
  });
}

const label = ({ from, to }: Import) => `${from} -> ${to}`;

test('the imports are read', () => {
  expect(readImports('src/start.js').map(({ to }) => to)).toContain('src/machine/kept-shapes.ts');
  expect(readImports('src/base/log.ts').map(({ to }) => to)).toEqual(expect.arrayContaining(['pino', 'pino-pretty']));
  const local = IMPORTS.filter(({ to }) => to.includes('/') && !to.startsWith('@')).map(({ to }) => to);
  expect(local.filter((to) => !existsSync(to))).toEqual([]);
});

test('a file imports what the list of its folder names', () => {
  const floors = FOLDERS.map((folder) => folder.split('/').slice(0, 2).join('/')).filter((floor) =>
    /^src\/./.test(floor),
  );
  expect(floors.filter((floor) => !(floor in MAY_IMPORT))).toEqual([]);
  const isAllowed = ({ from, to }: Import) => {
    const wall = wallOf(from);
    return wallOf(to) === wall || (MAY_IMPORT[wall] ?? []).some((allowed) => matchesGlob(to, allowed));
  };
  expect(IMPORTS.filter((each) => !isAllowed(each)).map(label)).toEqual([]);
});

test('the list names nothing that nobody imports', () => {
  const unused = Object.entries(MAY_IMPORT).flatMap(([wall, allowed]) => {
    const imports = IMPORTS.filter(({ from }) => wallOf(from) === wall);
    return allowed.filter((glob) => !imports.some(({ to }) => matchesGlob(to, glob))).map((glob) => `${wall}: ${glob}`);
  });
  expect(unused).toEqual([]);
});

test('no files and no rooms import each other in a circle at run time', () => {
  const running = IMPORTS.filter(({ to, isTypeOnly }) => !isTypeOnly && FILES.includes(to));
  expect(onCircles(running.map(({ from, to }) => [from, to]))).toEqual([]);
  const between = running.map(({ from, to }) => [roomOf(from), roomOf(to)] as const);
  expect(onCircles(between.filter(([from, to]) => from !== to))).toEqual([]);
});

test('what the services have printed they do not parse again', () => {
  const parsed = globSync('src/services/**/*.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\b(?:namedChat|parsePeer|parsePerson)\(([^,:]+),/g)].map(
      ([, text]) => `${file}: ${text}`,
    ),
  );
  expect(parsed.length).toBeGreaterThan(10);
  expect(parsed.filter((each) => /\.(?:chat|user)\.id$|markedId/.test(each))).toEqual([]);
});
