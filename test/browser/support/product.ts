import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const START = fileURLToPath(new URL('../../../src/start.js', import.meta.url));

/** The whole product as `npm start` runs it, on a free port and without the console. */
export interface Product extends AsyncDisposable {
  /** GraphiQL's address, as the program printed it. */
  readonly url: string;
  /** Where the sandbox takes faults; settles with SANDBOX_CONTROL_PORT alone. */
  readonly faults: Promise<string>;
}

/** @throws when the program ends before it has printed an address; what it wrote is in the message. */
export async function startProduct(env: Readonly<Record<string, string>> = {}): Promise<Product> {
  const child = spawn(process.execPath, [START], {
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'warn', NO_COLOR: '1', CONSOLE: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const output: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text));

  const { promise: printed, resolve, reject } = Promise.withResolvers<string>();
  const faults = Promise.withResolvers<string>();
  createInterface(child.stdout).on('line', (line) => {
    output.push(line);
    const url = line.match(/http:\/\/\S+\/graphql/)?.[0];
    if (url) resolve(url);
    const control = line.match(/http:\/\/\S+\/faults/)?.[0];
    if (control) faults.resolve(control);
  });
  ended.then(() => reject(new Error(`The program ended early:\n${output.join('\n')}`)), reject);
  return {
    url: await printed,
    faults: faults.promise,
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
