/**
 * `npm run build:console`: builds the console into console/dist, compressed as well. The stamp comes last, so that half a build
 * never counts.
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build } from 'vite';
import { consoleStamp } from './stamp.ts';

const DIST = new URL('dist/', import.meta.url);
const COMPRESSED = /\.(?:js|css|svg)$/;

// Of the sources that are built: who edits one meanwhile has a stale build.
const stamp = consoleStamp();
await rm(new URL('.stamp', DIST), { force: true });
await build({ configFile: new URL('vite.config.ts', import.meta.url).pathname, logLevel: 'warn' });
const files = await readdir(DIST, { recursive: true });
await Promise.all(files.filter((name) => COMPRESSED.test(name)).map((name) => compress(new URL(name, DIST))));
await writeFile(new URL('.stamp', DIST), `${stamp}\n`);

async function compress(file: URL): Promise<void> {
  const plain = await readFile(file);
  // A step below the best is 3 % larger and takes a third of the time.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  await Promise.all([
    writeFile(new URL(`${file.href}.br`), await promisify(brotliCompress)(plain, { params })),
    writeFile(new URL(`${file.href}.gz`), await promisify(gzip)(plain, { level: 9 })),
  ]);
}
