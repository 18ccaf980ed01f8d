import { once } from 'node:events';
import { expect } from 'vitest';
import { COMMUNITY, peer } from './link-scene.ts';
import { type GatewayProcess, spawnGateway } from './spawn-gateway.ts';
import { account, startSandbox } from './start-sandbox.ts';
import { makeStorePlace } from './store-place.ts';

const EXPORT = `mutation ($key: String) { exportChatInvite(input: { peer: "${peer}", title: "Kept", idempotencyKey: $key }) {
  ... on ExportedChatInvite { link } ... on Error { message } } }`;

/** What the gateway at this address answers an export with the key; `null` when it died before. */
async function exportAt(url: string, key: string): Promise<string | null> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: EXPORT, variables: { key } }),
    });
    const { data } = (await response.json()) as { data: { exportChatInvite: { link?: string; message?: string } } }; // JSON is untyped; the document says what it is
    return data.exportChatInvite.link ?? `no link: ${data.exportChatInvite.message}`;
  } catch {
    return null;
  }
}

/**
 * The real program, killed with SIGKILL as soon as Telegram has made the link: sometimes no answer comes, sometimes it is
 * on its way or has arrived. Started again, the same key is answered that link; another key, another one. So many times.
 */
export async function killAndRepeat(rounds: number): Promise<void> {
  await using sandbox = await startSandbox();
  await using place = await makeStorePlace();
  await using stack = new AsyncDisposableStack();
  const start = (): GatewayProcess =>
    stack.use(
      spawnGateway({
        PORT: '0',
        TELEGRAM_API_ID: '12345',
        TELEGRAM_API_HASH: 'hash',
        TELEGRAM_SESSION: account(sandbox, 'owner').session,
        ...place.env,
      }),
    );
  const made = () => sandbox.world.invites.filter(({ chatId, title }) => chatId === COMMUNITY && title === 'Kept');

  let gateway = start();
  for (let round = 1; round <= rounds; round += 1) {
    const before = made().length;
    const late = round % 3; // 0: no answer at all; else so many milliseconds late
    sandbox.faults.add({
      fault: late ? { kind: 'delay', ms: late, when: 'after' } : { kind: 'silence', when: 'after' },
      method: 'messages.exportChatInvite',
      account: 'owner',
    });
    const answered = exportAt(await gateway.url, `round ${round}`);
    await expect.poll(() => made().length, { interval: 1, timeout: 20_000 }).toBe(before + 1);
    gateway.process.kill('SIGKILL');
    const first = await answered;
    await gateway.exit;

    gateway = start();
    const url = await gateway.url;
    const [link] = made()
      .slice(before)
      .map((invite) => invite.link);
    expect(await exportAt(url, `round ${round}`), `round ${round}`).toBe(link);
    expect([null, link]).toContain(first);
    expect(await exportAt(url, `round ${round}, another`)).toBe(made().at(-1)?.link);
    expect(made()).toHaveLength(before + 2);
  }
  gateway.process.kill('SIGTERM');
  await once(gateway.process, 'exit');
}
