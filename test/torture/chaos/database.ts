import { setTimeout as wait } from 'node:timers/promises';
import { makeDatabase, type TestPostgres } from '../../support/start-postgres.ts';
import { startTcpProxy } from '../../support/tcp-proxy.ts';
import type { What } from './history.ts';

/** A gateway's database, the way to it, and what goes wrong with both. */
export interface ChaosDatabase extends AsyncDisposable {
  readonly url: string;
  /** What a history does to an SQLite file, in PostgreSQL's way. `pause` waits, shorter once the history is over. Answers its name. */
  harm(what: StoreTrouble, pause: (milliseconds: number) => Promise<unknown>): Promise<string>;
}

type StoreTrouble = Extract<What, { readonly do: 'lock' | 'failStore' | 'loseStore' }>;

/** A slow way: it lets something through so rarely. */
const SLOW_MS = 150;

export async function openChaosDatabase(server: TestPostgres): Promise<ChaosDatabase> {
  const url = new URL(await makeDatabase(server.urlOf('postgres')));
  const proxy = await startTcpProxy({ host: '127.0.0.1', port: server.port });
  url.port = String(proxy.port);

  async function restart(afterwards: () => Promise<unknown>): Promise<void> {
    await server.kill();
    await afterwards();
    await server.start();
  }

  return {
    url: url.href,
    async harm(what, pause) {
      if (what.do === 'loseStore') {
        await restart(async () => {});
        return 'database restarted';
      }
      if (what.do === 'lock') {
        proxy.stall();
        await pause(what.forMs);
        proxy.resume();
        return 'database cut off';
      }
      switch (what.how) {
        case 'writes':
          await restart(() => pause(what.forMs));
          return 'database killed';
        case 'ledger':
          await proxy.shut();
          await pause(what.forMs);
          await proxy.reopen();
          return 'database refuses';
        case 'claimed_link': {
          const until = performance.now() + what.forMs;
          while (performance.now() < until) {
            proxy.stall();
            await wait(SLOW_MS);
            proxy.resume();
            await wait(5);
          }
          return 'database slow';
        }
        case 'after claim':
          proxy.cut();
          return 'database connections cut';
      }
    },
    [Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose](),
  };
}
