import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { chatOf } from '../../src/sandbox/world/chats.ts';
import { addInvite } from '../../src/sandbox/world/invites.ts';
import { requestToJoin, takeRequests } from '../../src/sandbox/world/knock.ts';
import { userOf } from '../../src/sandbox/world/users.ts';
import { startTestGateway } from './start-gateway.ts';

/** Types, not interfaces: Graphcache takes what has an index signature. */
export type Link = {
  readonly id: string;
  readonly link: string;
  readonly title: string | null;
  readonly date: string;
  readonly revoked: boolean;
};

export type Request = {
  readonly id: string;
  readonly date: string;
  readonly user: { readonly id: string; readonly firstName: string | null };
};

export interface Connection<Node> {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Node }[];
}

/** What the page shows of a chat: links that work, revoked ones, and who waits. */
export interface ChatLists {
  readonly id: string;
  readonly live: Connection<Link>;
  readonly revoked: Connection<Link>;
  readonly waiting: Connection<Request>;
}

export const LISTS = `
  query Lists($peer: Peer!) {
    chat(peer: $peer) {
      id
      live: exportedInvites(first: 50) { totalCount edges { node { ...ListedLink } } }
      revoked: exportedInvites(first: 50, revoked: true) { totalCount edges { node { ...ListedLink } } }
      waiting: joinRequests(first: 50) { totalCount edges { node { id date user { id firstName } } } }
    }
  }
  fragment ListedLink on ExportedChatInvite { id link title date revoked }
`;

export type Mutation =
  | 'hideChatJoinRequest'
  | 'editExportedChatInvite'
  | 'revokeExportedChatInvite'
  | 'deleteExportedChatInvite';

/** A page with a normalised cache, and the updates of it that an app has. */
export interface ListsPage {
  /** Loads the lists, once. */
  open(): Promise<void>;
  /** The lists as the page shows them, out of the cache. */
  shown(): Promise<ChatLists>;
  /** Sends the mutation, and lets the cache be updated. */
  send(mutation: Mutation, input: object): Promise<void>;
  /** Subscribes to who asks to join. `onEvent` comes after an event is in the cache. Answers how to end it. */
  watch(onEvent: () => void): () => void;
}

const OWNER = 7_000_000_001n;
const JOINER = 7_000_000_007n;
const STRANGER = 7_000_000_008n;
export const peer = 'sandbox_community';

/**
 * A page in front of the gateway: after each change its lists, out of its cache, are what the gateway lists anew, while the page
 * has sent no query but its first.
 */
export async function checkLists(connect: (url: string, fetch: typeof globalThis.fetch) => ListsPage): Promise<void> {
  await using gateway = await startTestGateway();
  const { world } = gateway.sandbox;
  const chat = chatOf(world, -1_002_000_000_001n);
  takeRequests(world, chat, () => true);
  const [poster] = ['Poster', 'Flyer', 'Sticker'].map((title, each) =>
    addInvite(world, chat, OWNER, { title, date: 1_700_000_000 + each }),
  );
  const door = addInvite(world, chat, OWNER, { title: 'Door', requestNeeded: true, date: 1_700_000_010 });
  addInvite(world, chat, OWNER, { title: 'Older', revoked: true, date: 1_600_000_000 });
  addInvite(world, chat, OWNER, { title: 'Newer', revoked: true, date: 1_700_000_020 });

  let queries = 0;
  const page = connect(gateway.app.url, (url, options) => {
    if (/"query":"\s*query/.test(String(options?.body))) queries += 1;
    return fetch(url, options);
  });
  /** Compares with the gateway's lists of now, and answers the links and people on the page. */
  async function rightLists() {
    const { data, errors } = await gateway.query(LISTS, { peer });
    assert.equal(errors, undefined);
    const fresh: ChatLists = data?.['chat'] ?? ({} as never);
    const shown = await page.shown();
    assert.deepEqual(told(shown), told(fresh));
    assert.equal(queries, 1, 'the page has fetched again');
    return told(shown);
  }
  const send = async (mutation: Mutation, input: object) => {
    await page.send(mutation, { peer, ...input });
    return rightLists();
  };

  await page.open();
  const links = await rightLists();
  assert.ok(links.live.rows.length >= 5 && links.revoked.rows.length >= 2);

  const events = new EventEmitter();
  const next = (event: string) => once(events, event, { signal: AbortSignal.timeout(20_000) });
  // The gateway tells of who comes after its own look at the list.
  const stopWatching = gateway.sandbox.watch(({ method, outcome }) => {
    if (method === 'messages.GetChatInviteImporters') void outcome.then(() => events.emit('look'));
  });
  const subscribed = next('look');
  const unsubscribe = page.watch(() => void events.emit('request'));
  await subscribed;
  stopWatching();
  /** Somebody asks to be let in, at a second of its own; the page gets to know. */
  async function knock(id: bigint, seconds: number) {
    const told = next('request');
    const then = { ...world, clock: () => world.clock() + seconds * 1_000 };
    requestToJoin(then, chat, userOf(world, id), door);
    await told;
    return rightLists();
  }
  assert.equal((await knock(JOINER, 0)).waiting.rows.length, 1);
  const both = await knock(STRANGER, 1);
  assert.deepEqual(
    both.waiting.rows.map(({ user }) => user.firstName),
    [STRANGER, JOINER].map((id) => userOf(world, id).firstName),
  );
  const approved = await send('hideChatJoinRequest', { user: String(JOINER), approved: true });
  assert.equal(approved.waiting.rows.length, 1);
  const declined = await send('hideChatJoinRequest', { user: String(STRANGER), approved: false });
  assert.deepEqual(declined.waiting, { totalCount: 0, rows: [] });
  const again = await knock(STRANGER, 2);
  assert.equal(again.waiting.rows[0]?.id, both.waiting.rows[0]?.id);
  assert.notEqual(again.waiting.rows[0]?.date, both.waiting.rows[0]?.date);
  unsubscribe();

  const link = poster?.link;
  const edited = await send('editExportedChatInvite', { link, title: 'Billboard' });
  assert.ok(edited.live.rows.some(({ title }) => title === 'Billboard'));
  const revoked = await send('revokeExportedChatInvite', { link });
  assert.equal(revoked.live.rows.length, links.live.rows.length - 1);
  assert.deepEqual(
    revoked.revoked.rows.map(({ title }) => title).filter((title) => title !== null),
    ['Newer', 'Billboard', 'Older'],
  );
  const deleted = await send('deleteExportedChatInvite', { link });
  assert.deepEqual(deleted.revoked, links.revoked);
  const primary = world.invites.find(
    (one) => one.chatId === -1_002_000_000_001n && one.adminId === OWNER && one.permanent,
  );
  const replaced = await send('revokeExportedChatInvite', { link: primary?.link });
  assert.equal(replaced.live.rows.length, deleted.live.rows.length);
  assert.ok(replaced.revoked.rows.some((each) => each.link === primary?.link));
}

/** As the page shows it, whatever a library adds to its objects. */
function told({ live, revoked, waiting }: ChatLists) {
  const linksOf = ({ totalCount, edges }: Connection<Link>) => ({
    totalCount,
    rows: edges.map(({ node: { id, link, title, date, revoked } }) => ({ id, link, title, date, revoked })),
  });
  return {
    live: linksOf(live),
    revoked: linksOf(revoked),
    waiting: {
      totalCount: waiting.totalCount,
      rows: waiting.edges.map(({ node: { id, date, user } }) => ({
        id,
        date,
        user: { id: user.id, firstName: user.firstName },
      })),
    },
  };
}
