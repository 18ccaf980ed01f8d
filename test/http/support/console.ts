import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { startToyGateway, type ToyGateway, type ToyOptions } from './toy-gateway.ts';

/** Of the built console's files, as a build leaves them; one has no compressed forms. */
export const SCRIPT = `console.log(1);${' '.repeat(2_000)}`;
const FILES: Readonly<Record<string, string | Buffer>> = {
  'index.html':
    '<!doctype html><meta property="csp-nonce" nonce="__NONCE__"><script type="application/json" id="boot">__BOOT__</script>',
  '.stamp': 'stamp',
  'secret.txt': 'a secret',
  'assets/app-1a2b.js': SCRIPT,
  'assets/app-1a2b.js.br': brotliCompressSync(SCRIPT),
  'assets/app-1a2b.js.gz': gzipSync(SCRIPT),
  'assets/app-1a2b.css': 'a{}',
  'icon.svg': '<svg/>',
};

export interface ConsoleGateway extends ToyGateway {
  /** The folder with the files. */
  readonly directory: URL;
}

/** A gateway with a built console, which is three files. */
export async function startConsoleGateway(options: ToyOptions = {}): Promise<ConsoleGateway> {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-console-'));
  await mkdir(join(folder, 'assets'));
  for (const [name, content] of Object.entries(FILES)) await writeFile(join(folder, name), content);
  const directory = pathToFileURL(`${folder}/`);
  const gateway = await startToyGateway({ consoleDir: Promise.resolve(directory), ...options });
  const descriptors = Object.getOwnPropertyDescriptors(gateway);
  return Object.defineProperties({} as ConsoleGateway, {
    ...descriptors,
    directory: { value: directory },
    [Symbol.asyncDispose]: {
      value: async () => {
        await gateway.close();
        await rm(folder, { recursive: true });
      },
    },
  });
}

export interface RawAnswer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly bytes: Buffer;
  readonly text: string;
}

/** A request with these very headers and this very path, which `fetch` would not send. */
export async function ask(
  gateway: ToyGateway,
  path: string,
  options: {
    readonly method?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
  } = {},
): Promise<RawAnswer> {
  const { method = 'GET', headers = {}, body } = options;
  const { hostname, port } = new URL(gateway.origin);
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const outgoing = request({ hostname, port, path, method, headers: { ...length, ...headers } });
  outgoing.end(body);
  const [response] = await once(outgoing, 'response');
  const bytes = await buffer(response);
  return { status: response.statusCode, headers: response.headers, bytes, text: bytes.toString() };
}

/** What a page of the gateway's own sends along. */
export const ownPage = (gateway: ToyGateway): Record<string, string> => ({
  origin: gateway.origin,
  'sec-fetch-site': 'same-origin',
  'x-graphql-yoga-csrf': '1',
  'content-type': 'application/json',
});

export function postKey(gateway: ToyGateway, key: unknown, headers: Readonly<Record<string, string>> = {}) {
  const sent = { ...ownPage(gateway), ...headers };
  return ask(gateway, '/console/session', { method: 'POST', headers: sent, body: JSON.stringify({ key }) });
}

/** Signs in and answers the cookie as a browser sends it. */
export async function signIn(gateway: ToyGateway, key: string): Promise<string> {
  const answer = await postKey(gateway, key);
  const cookie = [answer.headers['set-cookie']].flat().join().split(';')[0];
  if (answer.status !== 204 || !cookie) throw new Error(`not signed in: ${answer.status} ${answer.text}`);
  return cookie;
}
