import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { type GatewayProcess, spawnGateway } from '../../support/spawn-gateway.ts';
import { account } from '../../support/start-sandbox.ts';
import { sessionAt, startTcpProxy } from '../../support/tcp-proxy.ts';
import { type Answer, ask, type Question } from './ask.ts';
import { TooSlow } from './attack.ts';
import { type Seen, watchProcess } from './watch.ts';

/** Callers' keys. */
export const HOSTILE = 'key-of-the-hostile-caller';
export const HONEST = 'key-of-the-honest-caller';

/** What the process may take, and what of it JavaScript's old objects may. */
const MEMORY_MB = 512;
const HEAP_MB = 384;
/** What everybody else may wait for `/healthz`. */
const HEALTH_MS = 1_000;
/**
 * What may be left of an attack: what V8 and the allocator of C keep for the next one. Measured: 40 MB of objects, as before, 150 MB
 * of the allocator, and no more after a second storm.
 */
const KEPT_MB = 200;
/** In which the end of a process is heard of. */
const NOTICED_MS = 500;
const MEMORY_BACK_MS = 30_000;

/** The gateway in 512 MB with a Telegram of its own, and somebody who watches it. */
export interface Stage {
  readonly url: string;
  readonly gateway: GatewayProcess;
  readonly sandbox: Sandbox;
  /** Packets that the gateway has sent to Telegram. */
  packets(): number;
  /** Calls of this method that have reached Telegram. */
  calls(method: string): number;
  ask(question: Question): Promise<Answer>;
  /** Exports a link; answers the type of the result. */
  export(more?: Omit<Question, 'query'>): Promise<string>;
  look(): Promise<Seen>;
  /** Rejects when the memory that an attack took does not come back. */
  memoryBack(): Promise<void>;
}

export interface StageOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly log?: number | 'pipe';
  /** One that goes on when the stage ends, for a store that is opened twice; one of its own when absent. */
  readonly world?: Sandbox;
}

const EXPORT = `mutation ($title: String, $idempotencyKey: String) {
  result: exportChatInvite(input: { peer: "sandbox_community", title: $title, idempotencyKey: $idempotencyKey }) { __typename }
}`;

const PAGE =
  '{ chat(peer: "sandbox_big") { exportedInvites(first: 124) { edges { node { link title admin { id } } } } } }';

/**
 * Does this to the gateway of a tree. Rejects as `work` does, and when the process has ended, or somebody else had to wait for
 * longer than a second. Answers figures.
 */
export async function onStage(
  tree: string,
  { env = {}, log = 'pipe', world }: StageOptions,
  work: (stage: Stage) => Promise<void>,
): Promise<string> {
  await using all = new AsyncDisposableStack();
  const sandbox = world ?? (await startSandbox());
  if (!world) all.defer(() => sandbox.close());
  const proxy = all.use(await startTcpProxy(sandbox));
  const gateway = all.use(
    spawnGateway(
      {
        PORT: '0',
        TELEGRAM_API_ID: '12345',
        TELEGRAM_API_HASH: '0123456789abcdef0123456789abcdef',
        TELEGRAM_SESSION: sessionAt(account(sandbox, 'owner').session, proxy.port),
        GATEWAY_API_KEYS: `${HOSTILE},${HONEST}`,
        NODE_OPTIONS: `--max-old-space-size=${HEAP_MB} --max-semi-space-size=16`,
        ...env,
      },
      log,
      tree,
    ),
  );
  const url = await gateway.url;
  const counts = new Map<string, number>();
  sandbox.watch(({ method }) => counts.set(method, (counts.get(method) ?? 0) + 1));
  const stage: Omit<Stage, 'look' | 'memoryBack'> = {
    url,
    gateway,
    sandbox,
    packets: () => proxy.said,
    calls: (method) => counts.get(method) ?? 0,
    ask: (question) => ask(url, question),
    async export({ key = HONEST, variables = {}, ...more } = {}) {
      const { body } = await ask(url, { key, variables, query: EXPORT, ...more });
      return body.data?.['result']?.__typename ?? body.errors?.[0]?.extensions?.code ?? 'nothing';
    },
  };
  assert.equal(await stage.export(), 'ExportedChatInvite');
  // A page is built for whoever asks first, and kept.
  if (env['GRAPHIQL'] === 'on') await (await fetch(url, { headers: { accept: 'text/html' } })).arrayBuffer();
  const watch = all.use(watchProcess({ url, pid: gateway.process.pid ?? 0, mostMb: MEMORY_MB }));
  const before = await watch.look();

  async function memoryBack(): Promise<void> {
    const until = performance.now() + MEMORY_BACK_MS;
    for (;;) {
      const { nowMb } = await watch.look();
      if (nowMb < before.nowMb + KEPT_MB) return;
      assert.ok(performance.now() < until, `${Math.round(nowMb)} MB are kept, ${Math.round(before.nowMb)} MB before`);
      // An idle process collects nothing: others go on.
      await Promise.all(Array.from({ length: 8 }, () => ask(url, { query: PAGE, key: HONEST })));
    }
  }

  const isUp = () => gateway.process.exitCode === null && gateway.process.signalCode === null;
  try {
    await work({ ...stage, look: watch.look, memoryBack });
  } catch (error) {
    // What is seen first of a process that ends is a connection that breaks.
    await Promise.race([gateway.exit, wait(NOTICED_MS)]);
    if (isUp()) throw error;
  }
  const { longestMs, mostMb } = await watch.look();
  const figures = `/healthz within ${Math.round(longestMs)} ms, ${Math.round(mostMb)} MB at most`;
  assert.ok(mostMb <= MEMORY_MB, `the process took more than ${MEMORY_MB} MB: ${figures}`);
  // One that was told to end may have.
  const { exitCode, signalCode } = gateway.process;
  assert.ok(isUp() || exitCode === 0, `the process has ended with ${exitCode ?? signalCode}: ${figures}`);
  if (longestMs > HEALTH_MS) throw new TooSlow(`/healthz took longer than a second: ${figures}`);
  return figures;
}
