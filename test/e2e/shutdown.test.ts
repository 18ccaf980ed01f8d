import { expect, test } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { spawnGateway } from '../support/spawn-gateway.ts';
import { startTestGateway } from '../support/start-gateway.ts';
import { sessionAt, startTcpProxy } from '../support/tcp-proxy.ts';

const body = JSON.stringify({
  query: 'mutation { exportChatInvite(input: { peer: "sandbox_community" }) { __typename } }',
});
const post = (url: string) => fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s with a request in flight: it is answered, exit code 0',
  async (signal) => {
    const sandbox = await startSandbox();
    await using proxy = await startTcpProxy(sandbox);
    await using gateway = spawnGateway({
      PORT: '0',
      TELEGRAM_API_ID: '12345',
      TELEGRAM_API_HASH: 'hash',
      TELEGRAM_SESSION: sessionAt(sandbox.accounts[0]?.session ?? '', proxy.port),
    });
    const url = await gateway.url;
    await post(url);

    const executed = new Promise<void>((resolve) => {
      sandbox.watch(({ method }) => method === 'messages.ExportChatInvite' && resolve());
    });
    proxy.holdServer();
    const answer = post(url);
    await executed;
    gateway.process.kill(signal);
    await expect
      .poll(() =>
        fetch(url.replace('/graphql', '/healthz')).then(
          () => 'serves',
          () => 'refuses',
        ),
      )
      .toBe('refuses');
    proxy.releaseServer();

    const response = await answer;
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ data: { exportChatInvite: { __typename: 'ExportedChatInvite' } } });
    expect((await gateway.exit).code).toBe(0);
    await sandbox.close();
  },
);

test('a closed app leaves no socket and no timer behind', async () => {
  const before = process.getActiveResourcesInfo();
  const gateway = await startTestGateway();
  await post(gateway.app.url);
  await gateway[Symbol.asyncDispose]();
  await expect.poll(() => leftOver(before)).toEqual([]);
});

/** Kinds of resources of which there are more than before; fetch's own connections are closed by the server's end. */
function leftOver(before: readonly string[]): string[] {
  const now = process.getActiveResourcesInfo();
  const count = (list: readonly string[], kind: string) => list.filter((each) => each === kind).length;
  return ['TCPSocketWrap', 'TCPServerWrap', 'TCPConnectWrap', 'Timeout'].filter(
    (kind) => count(now, kind) > count(before, kind),
  );
}
