import { readdir, readFile } from 'node:fs/promises';
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

/** Reads all of `console/dist`, one or two megabytes. A file of another type than these is not the console's. */
export async function loadConsoleFiles(directory: URL): Promise<ConsoleFiles> {
  const names = (await readdir(directory, { recursive: true })).map((name) => name.replaceAll('\\', '/'));
  const read = (name: string) => readFile(new URL(name, directory));
  const files = names.flatMap((name) => {
    const type = TYPES[name.split('.').at(-1) ?? ''];
    return type === undefined ? [] : [{ name, type }];
  });
  const loaded = files.map(async ({ name, type }): Promise<[string, ConsoleFile]> => {
    const compressed = Object.entries(ENDINGS).filter(([, ending]) => names.includes(name + ending));
    const forms = compressed.map(async ([coding, ending]) => [coding, await read(name + ending)] as const);
    const file = { plain: await read(name), type, isHashed: name.startsWith('assets/') };
    return [name, { ...file, ...Object.fromEntries(await Promise.all(forms)) }];
  });
  return { index: await readFile(new URL('index.html', directory), 'utf8'), files: new Map(await Promise.all(loaded)) };
}
