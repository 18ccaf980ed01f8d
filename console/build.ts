/**
 * `npm run build:console`: builds the console into console/dist, compressed as well. It is built in a folder of its own and takes its
 * place when it is whole: gateways that start at once may each build one, and another may be reading the one before.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';
import { consoleStamp } from './stamp.ts';

const DIST = new URL('dist/', import.meta.url);
const OWN = new URL(`dist-${process.pid}/`, import.meta.url);
const BEFORE = new URL(`dist-${process.pid}-before/`, import.meta.url);
/** What the system says where another build has moved a folder meanwhile. */
const OF_ANOTHER: readonly unknown[] = ['ENOENT', 'ENOTEMPTY', 'EEXIST'];
const COMPRESSED = /\.(?:js|css|svg)$/;

// Of the sources that are built: who edits one meanwhile has a stale build.
const stamp = consoleStamp();
const remove = (folder: URL) => rmSync(folder, { recursive: true, force: true });
process.once('exit', () => [OWN, BEFORE].forEach(remove));
process.once('SIGTERM', () => process.exit(1));
await build({
  configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
  logLevel: 'warn',
  build: { outDir: fileURLToPath(OWN) },
});
const files = await readdir(OWN, { recursive: true });
await Promise.all(files.filter((name) => COMPRESSED.test(name)).map((name) => compress(new URL(name, OWN))));
await writeFile(new URL('.stamp', OWN), `${stamp}\n`);
while (!takePlace());

/** Whether it stands there now: another build may have taken the place between the two steps. */
function takePlace(): boolean {
  remove(BEFORE);
  try {
    if (existsSync(DIST)) renameSync(DIST, BEFORE);
    renameSync(OWN, DIST);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && OF_ANOTHER.includes(error.code)) return false;
    throw error;
  }
}

async function compress(file: URL): Promise<void> {
  const plain = await readFile(file);
  // A step below the best is 3 % larger and takes a third of the time.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  await Promise.all([
    writeFile(new URL(`${file.href}.br`), await promisify(brotliCompress)(plain, { params })),
    writeFile(new URL(`${file.href}.gz`), await promisify(gzip)(plain, { level: 9 })),
  ]);
}
