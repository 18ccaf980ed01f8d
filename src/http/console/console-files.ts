import { readdir, readFile, stat } from 'node:fs/promises';
import type { Coding } from '../request/choose-coding.ts';

/** The ending of a compressed file's name. */
const ENDINGS: Readonly<Record<Coding, string>> = { br: '.br', gzip: '.gz' };

/** A file of the built console with its forms that were compressed when it was built. */
export interface ConsoleFile extends Readonly<Partial<Record<Coding, Uint8Array<ArrayBuffer>>>> {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Whether its name tells its content, so that it never changes. */
  readonly isHashed: boolean;
}

export interface ConsoleFiles {
  /** The page, with `__NONCE__` and `__BOOT__` in it. */
  readonly index: string;
  /** The others, by their path below the console's. Nothing else is served, whatever a path says. */
  readonly files: ReadonlyMap<string, ConsoleFile>;
}

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

/** A console that is built anew while it is read is read again, this many times at most. */
const ATTEMPTS = 5;

/**
 * Reads all of `console/dist`, one or two megabytes: the files of one build. Another build takes the folder's place as a whole
 * (console/build.ts), so it is the same folder after the reading as before, or what was read may be of both.
 */
export async function loadConsoleFiles(directory: URL): Promise<ConsoleFiles> {
  const folder = () =>
    stat(directory).then(
      ({ ino }) => ino,
      () => null,
    );
  for (let attempt = 1; ; attempt += 1) {
    const before = await folder();
    const [read] = await Promise.allSettled([readAll(directory)]);
    const isOfOne = before !== null && before === (await folder());
    if (isOfOne && read.status === 'fulfilled') return read.value;
    if (read.status === 'rejected' && (isOfOne || attempt === ATTEMPTS)) throw read.reason;
    if (attempt === ATTEMPTS) throw new Error('the console was built anew at each reading');
  }
}

/** A file of another type than these is not the console's. */
async function readAll(directory: URL): Promise<ConsoleFiles> {
  const names = (await readdir(directory, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const read = (name: string) => readFile(new URL(name, directory));
  const files = names.flatMap((name) => {
    const type = TYPES[name.split('.').at(-1) ?? ''];
    return type === undefined ? [] : [{ name, type }];
  });
  const loaded = files.map(async ({ name, type }): Promise<[string, ConsoleFile]> => {
    const compressed = Object.entries(ENDINGS).filter(([, ending]) => names.includes(name + ending));
    const forms = compressed.map(async ([coding, ending]) => [coding, await read(name + ending)] as const);
    const [plain, ...others] = await Promise.all([read(name), ...forms]);
    return [name, { plain, type, isHashed: name.startsWith('assets/'), ...Object.fromEntries(others) }];
  });
  const [index, ...entries] = await Promise.all([readFile(new URL('index.html', directory), 'utf8'), ...loaded]);
  return { index, files: new Map(entries) };
}
