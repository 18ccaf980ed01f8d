import { request } from 'node:http';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import type { TestPostgres } from '../../support/start-postgres.ts';
import { account } from '../../support/start-sandbox.ts';
import { sessionAt, startTcpProxy, type TcpProxy } from '../../support/tcp-proxy.ts';
import { type Client, createCallers } from './client.ts';
import { type ChaosDatabase, openChaosDatabase } from './database.ts';
import { API_KEYS, type Gateway, type Held, startGateway } from './gateway.ts';
import type { History } from './history.ts';

/** A Telegram, a wire, a gateway and its callers. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly proxy: TcpProxy;
  readonly gateway: Gateway;
  readonly callers: Client;
  /** `null`: the store is an SQLite file. */
  readonly database: ChaosDatabase | null;
  /** Moves the gateway's wall clock alone. */
  stepWall(seconds: number): Promise<void>;
  /** So much time passes for Telegram and for the gateway. */
  skip(seconds: number): Promise<void>;
  /** Has the gateway see a chat. */
  warmUp(named: object): Promise<void>;
  /** Whether a history has left the process with other clocks than the world's, or started it again. */
  readonly isWorn: boolean;
  /** Ends the process as an operator would. Answers what it did wrong: handles that stay, memory that grew, a stop that hangs. */
  strike(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** How many handles may have been added for good, as a file of the store that is opened when it is first written. */
const MORE_HANDLES = 4;
const MORE_MB = 150;
/** GramJS's and the callers' sockets take a moment to close. */
const SETTLE_S = 20;

/** `server`: the PostgreSQL that the store is in; `null`: none. */
export async function setStage(tree: string, name: History['account'], server: TestPostgres | null): Promise<Stage> {
  let skippedMs = 0;
  let wallMs = 0;
  let isWorn = false;
  const faults: unknown[] = [];
  const sandbox = await startSandbox({ clock: () => Date.now() + skippedMs, onFault: (error) => faults.push(error) });
  const proxy = await startTcpProxy(sandbox);
  const database = server && (await openChaosDatabase(server));
  const behindProxy = (cast: string) => {
    const found = account(sandbox, cast);
    return { ...found, session: sessionAt(found.session, proxy.port) };
  };
  const { session } = behindProxy(name === 'two' ? 'owner' : name);
  const more = name === 'two' ? [behindProxy('guarded')] : [];
  const gateway = await startGateway(tree, session, database?.url ?? null, more);
  const callers = createCallers();
  await read(gateway.url, '{ account { user { id } } }');
  const firstUrl = gateway.url;
  const first = await gateway.held();

  const wornOut = () => isWorn || gateway.url !== firstUrl;
  const order = () => gateway.order({ wallMs: wallMs + skippedMs, monotonicMs: skippedMs });

  async function settled(): Promise<Held> {
    for (let second = 0; ; second += 1) {
      const held = await gateway.held();
      if (held.handles <= first.handles + MORE_HANDLES || second === SETTLE_S) return held;
      await new Promise((done) => setTimeout(done, 1_000));
    }
  }

  return {
    sandbox,
    proxy,
    gateway,
    callers,
    database,
    async stepWall(seconds) {
      if (seconds === 0) return;
      isWorn = true;
      wallMs += seconds * 1000;
      await order();
    },
    async skip(seconds) {
      isWorn = true;
      skippedMs += seconds * 1000;
      await order();
    },
    warmUp({ peer }: { peer?: string }) {
      const asked = ['default', ...more.map((one) => one.name)].map(
        (one, at) => `c${at}: chat(peer: "${peer}", account: "${one}") { title }`,
      );
      return read(gateway.url, `{ ${asked.join(' ')} }`);
    },
    get isWorn() {
      return wornOut();
    },
    async strike() {
      const problems: string[] = [];
      if (gateway.isUp) {
        callers[Symbol.dispose]();
        const held = await settled();
        if (!wornOut() && held.handles > first.handles + MORE_HANDLES) {
          problems.push(`${held.handles} handles are open, ${first.handles} at the beginning`);
        }
        if (held.rssMb > first.rssMb + MORE_MB)
          problems.push(`${Math.round(held.rssMb - first.rssMb)} MB more are held`);
        const code = await gateway.stop();
        if (code !== 0)
          problems.push(`ended with ${code} when it was told to stop: ${gateway.log.at(-1)?.slice(0, 500)}`);
      }
      if (faults.length > 0) problems.push(`the sandbox had faults of its own: ${String(faults[0])}`);
      return problems;
    },
    async close() {
      callers[Symbol.dispose]();
      await gateway[Symbol.asyncDispose]();
      await database?.[Symbol.asyncDispose]();
      await proxy[Symbol.asyncDispose]();
      await sandbox.close();
    },
  };
}

/** Whatever comes back: it is for the gateway to have asked. */
async function read(url: string, query: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const sent = request(
    url,
    {
      method: 'POST',
      agent: false,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${API_KEYS[0]}` },
    },
    (response) => response.resume().on('end', resolve),
  );
  sent.on('error', () => resolve());
  sent.end(JSON.stringify({ query }));
  await promise;
}
