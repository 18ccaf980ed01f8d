import { expect, test, vi } from 'vitest';
import { markedIdOf } from '../../src/sandbox/world/chats.ts';
import { startTestGateway, type TestGateway } from '../support/start-gateway.ts';
import { startSandbox } from '../support/start-sandbox.ts';

vi.setConfig({ testTimeout: 120_000 });

const ACCOUNTS = 200;
const EXPORTS = 2_000;
const CALLERS = 16;
const EXPORT = `mutation ($peer: Peer!) {
  exportChatInvite(input: { peer: $peer, title: "many" }) {
    __typename ... on ExportedChatInvite { link } ... on Error { message }
  }
}`;

/** An account and the chats that it alone has. */
interface Own {
  readonly name: string;
  readonly id: string;
  readonly peers: readonly string[];
}

async function startMany() {
  const sandbox = await startSandbox({ moreAccounts: ACCOUNTS });
  const further = sandbox.accounts.filter(({ name }) => /\d$/.test(name));
  const gateway = await startTestGateway({ sandbox, accounts: further.map(({ name }) => name) });
  const { chats } = sandbox.world;
  const own = further.map(({ name, id }): Own => {
    const mine = [...chats.values()].filter(({ username }) => username?.startsWith(`${name.replace('-', '_')}_`));
    // By name and by id, as both are common.
    const peers = mine.map((chat, index) => (index === 0 ? `${chat.username}` : String(markedIdOf(chat))));
    return { name, id, peers };
  });
  return { gateway, own };
}

/** All of it, so many at a time. */
async function each<T, R>(all: readonly T[], run: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const left = [...all.entries()];
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) results[next[0]] = await run(next[1]);
  };
  await Promise.all(Array.from({ length: CALLERS }, work));
  return results;
}

/** As an account comes to know its chats: a user lists them, a bot is asked about each. */
async function meet({ query }: TestGateway, { name, peers }: Own): Promise<void> {
  const asked = name.startsWith('user')
    ? ['chats(first: 10, account: $account) { edges { node { id } } }']
    : peers.map((peer, at) => `c${at}: chat(peer: "${peer}", account: $account) { id }`);
  const { errors } = await query(`query ($account: String) { ${asked.join(' ')} }`, { account: name });
  expect(errors).toBeUndefined();
}

async function exportFor({ query }: TestGateway, peer: string) {
  const { data, errors } = await query(EXPORT, { peer });
  expect(errors).toBeUndefined();
  // JSON is untyped; the document says what it is.
  return (data as unknown as { exportChatInvite: { __typename: string; link?: string } }).exportChatInvite;
}

/** Who made the links of the answers, as the world has it. */
function makers({ sandbox }: TestGateway, answers: readonly { readonly link?: string }[]): string[] {
  const by = new Map(sandbox.world.invites.map(({ link, adminId }) => [link, String(adminId)]));
  return answers.map((answer) => by.get(answer.link ?? '') ?? JSON.stringify(answer));
}

test("200 accounts: each of 2,000 exports reaches the one that has the chat, and the end or wait of one is nobody else's", async () => {
  const { gateway, own } = await startMany();
  await using _ = gateway;
  const { sandbox, records } = gateway;
  const { data } = await gateway.query('{ accounts { state { status } } }');
  expect(data).toEqual({ accounts: Array(ACCOUNTS).fill({ state: { status: 'READY' } }) });
  await each(own, (one) => meet(gateway, one));

  const made = sandbox.world.invites.length;
  const asked = Array.from({ length: EXPORTS }, (_, at) => own[(at * 7) % ACCOUNTS] as Own);
  const answers = await each(asked, (one) => exportFor(gateway, one.peers[asked.indexOf(one) % 2] as string));
  expect(makers(gateway, answers)).toEqual(asked.map(({ id }) => id));
  expect(new Set(answers.map(({ link }) => link)).size).toBe(EXPORTS);
  expect(sandbox.world.invites.length - made).toBe(EXPORTS);

  // A link costs its call and nothing else, once the route is known.
  records.length = 0;
  await each(own, ({ peers }) => exportFor(gateway, peers[0] as string));
  expect(Object.entries(Object.groupBy(records, ({ method }) => method)).map(([m, of]) => [m, of?.length])).toEqual([
    ['messages.ExportChatInvite', ACCOUNTS],
  ]);

  const [ended, limited, ...others] = [own[6], own[7], ...own.filter((_, at) => at !== 6 && at !== 7)] as Own[];
  if (!ended || !limited) throw new Error('there are fewer accounts');
  sandbox.faults.add({ account: ended.name, fault: { kind: 'revokeSession', type: 'SESSION_REVOKED' } });
  const flood = { kind: 'rpcError', code: 420, type: 'FLOOD_WAIT_30' } as const;
  sandbox.faults.add({ account: limited.name, method: 'messages.exportChatInvite', fault: flood });
  for (const time of [1, 2]) {
    const [of, wait] = await Promise.all([ended, limited].map(({ peers }) => exportFor(gateway, peers[0] as string)));
    expect([time, of?.__typename, wait?.__typename]).toEqual([time, 'AccountUnavailableError', 'FloodWaitError']);
    const rest = await each(others, ({ peers }) => exportFor(gateway, peers[time - 1] as string));
    expect(makers(gateway, rest)).toEqual(others.map(({ id }) => id));
  }
});
