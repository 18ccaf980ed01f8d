import { type Chat, isPresent, markedIdOf } from '../../src/sandbox/world/chats.ts';
import { addInvite, type Invite, primaryInvite } from '../../src/sandbox/world/invites.ts';
import { requestToJoin } from '../../src/sandbox/world/knock.ts';
import { addChat, setMember } from '../../src/sandbox/world/membership.ts';
import { addUser, type User } from '../../src/sandbox/world/users.ts';
import { now, type World } from '../../src/sandbox/world.ts';
import { ADA, BOT, GUARDED, OWNER } from '../support/sandbox-links.ts';
import type { Reply } from './ask.ts';
import type { Outcome } from './judge.ts';

/** What a batch of callers asks for, and how the world tells what became of it. */
export interface Batch {
  /** `input` of each caller. */
  readonly inputs: readonly object[];
  inspect(replies: readonly Reply[]): Omit<Outcome, 'replies'>;
}

/** A column of the table. */
export interface Mutation {
  readonly name: string;
  /** Telegram's method, which the faults wait for. */
  readonly method: string;
  readonly query: string;
  /** Name in the cast that the gateway acts as. */
  readonly account: 'owner' | 'bot';
  prepare(world: World, callers: number): Batch;
}

const query = (field: string, fields = '') => `mutation ($input: ${field[0]?.toUpperCase()}${field.slice(1)}Input!) {
  result: ${field}(input: $input) { __typename ${fields} ... on Error { message } ... on TelegramUnavailableError { outcome } }
}`;

const EXPORT = {
  method: 'messages.exportChatInvite',
  query: query('exportChatInvite', '... on ExportedChatInvite { link }'),
};
const EDIT = { method: 'messages.editExportedChatInvite', account: 'owner' } as const;
const REVOKE = query(
  'revokeExportedChatInvite',
  '... on ExportedChatInvite { link } ... on ExportedChatInviteReplaced { newInvite { link } }',
);

/** Each caller of an export asks for the same as all others, so that nothing but the gateway's care keeps their links apart. */
export const MUTATIONS: readonly Mutation[] = [
  { name: 'export', account: 'owner', ...EXPORT, prepare: exports({ title: 'poster' }) },
  { name: 'export, approval', account: 'owner', ...EXPORT, prepare: exports({ requestNeeded: true }) },
  { name: 'export, new primary', account: 'owner', ...EXPORT, prepare: exports({ legacyRevokePermanent: true }) },
  { name: 'export by a bot', account: 'bot', ...EXPORT, prepare: exports({ title: 'poster' }) },
  {
    name: 'edit',
    ...EDIT,
    query: query('editExportedChatInvite'),
    prepare: eachOnALink({ title: 'new title' }, ({ title }) => title === 'new title'),
  },
  { name: 'revoke', ...EDIT, query: REVOKE, prepare: eachOnALink({}, ({ revoked }) => revoked) },
  { name: 'revoke the primary', ...EDIT, query: REVOKE, prepare: revocationsOfPrimaries },
  {
    name: 'delete',
    account: 'owner',
    method: 'messages.deleteExportedChatInvite',
    query: query('deleteExportedChatInvite'),
    prepare: eachOnALink({}, ({ deleted }) => deleted, { revoked: true }),
  },
  {
    name: 'delete revoked',
    account: 'owner',
    method: 'messages.deleteRevokedExportedChatInvites',
    query: query('deleteRevokedExportedChatInvites'),
    prepare: deletionsOfRevoked,
  },
  {
    name: 'hide a request',
    account: 'owner',
    method: 'messages.hideChatJoinRequest',
    query: query('hideChatJoinRequest'),
    prepare: decisions,
  },
  {
    name: 'hide all requests',
    account: 'owner',
    method: 'messages.hideAllChatJoinRequests',
    query: query('hideAllChatJoinRequests'),
    prepare: decisionsOfAll,
  },
  {
    name: 'import',
    account: 'owner',
    method: 'messages.importChatInvite',
    query: query('importChatInvite'),
    prepare: joinings(false),
  },
  {
    name: 'import, approval',
    account: 'owner',
    method: 'messages.importChatInvite',
    query: query('importChatInvite'),
    prepare: joinings(true),
  },
];

function exports(fields: object) {
  return (world: World, callers: number): Batch => {
    const { chat, peer } = newChat(world);
    const before = world.invites.length;
    return {
      inputs: Array.from({ length: callers }, () => ({ peer, ...fields })),
      inspect(replies) {
        const made = world.invites.slice(before).filter(({ chatId }) => chatId === markedIdOf(chat));
        const free = new Set(made.map(({ link }) => link));
        const each = replies.map(({ result }) => (free.delete(String(result['link'])) ? 1 : 0));
        return { total: made.length, each };
      },
    };
  };
}

/** Each caller has something of its own to change, and the world says whether it was. */
function eachOf<Subject>(
  subjects: readonly Subject[],
  input: (of: Subject) => object,
  times: (of: Subject) => number,
): Batch {
  return {
    inputs: subjects.map(input),
    inspect() {
      const each = subjects.map(times);
      return { total: each.reduce((sum, one) => sum + one, 0), each };
    },
  };
}

function eachOnALink(fields: object, isDone: (invite: Invite) => boolean, state: Partial<Invite> = {}) {
  return (world: World, callers: number): Batch => {
    const { chat, peer } = newChat(world);
    const invites = Array.from({ length: callers }, () =>
      addInvite(world, chat, OWNER, { title: 'old title', ...state }),
    );
    return eachOf(
      invites,
      ({ link }) => ({ peer, link, ...fields }),
      (invite) => Number(isDone(invite)),
    );
  };
}

/** Done twice, a primary link would have been replaced twice. */
function revocationsOfPrimaries(world: World, callers: number): Batch {
  return eachOf(
    newChats(world, callers),
    ({ chat, peer }) => ({ peer, link: primaryInvite(world, chat, OWNER)?.link }),
    // The other administrator has one too.
    ({ chat }) => world.invites.filter(({ chatId, permanent }) => permanent && chatId === markedIdOf(chat)).length - 2,
  );
}

function deletionsOfRevoked(world: World, callers: number): Batch {
  const chats = newChats(world, callers).map(({ chat, peer }) => {
    return { peer, invites: [1, 2].map(() => addInvite(world, chat, OWNER, { revoked: true })) };
  });
  return eachOf(
    chats,
    ({ peer }) => ({ peer }),
    ({ invites }) => Number(invites.every(({ deleted }) => deleted)),
  );
}

function decisions(world: World, callers: number): Batch {
  const { chat, peer } = newChat(world);
  const users = Array.from({ length: callers }, () => newUser(world));
  for (const user of users) requestToJoin(world, chat, user, null);
  return eachOf(
    users,
    ({ username }) => ({ peer, user: username, approved: true }),
    ({ id }) => Number(isPresent(chat, id)),
  );
}

/** Somebody comes once the first request is decided: a second run would decide on them, too, whom nobody has looked at. */
function decisionsOfAll(world: World, callers: number): Batch {
  const doors = newChats(world, callers).map(({ chat, peer }) => {
    const [first, second] = [newUser(world), newUser(world)];
    requestToJoin(world, chat, first, null);
    const onEvent = () => {
      if (!isPresent(chat, first.id)) return;
      world.listeners.delete(onEvent);
      queueMicrotask(() => requestToJoin(world, chat, second, null));
    };
    world.listeners.add(onEvent);
    return { chat, peer, people: [first, second] };
  });
  return eachOf(
    doors,
    ({ peer }) => ({ peer, approved: true }),
    ({ chat, people }) => people.filter(({ id }) => isPresent(chat, id)).length,
  );
}

function joinings(requestNeeded: boolean) {
  return (world: World, callers: number): Batch => {
    const doors = Array.from({ length: callers }, () => {
      const { chat } = newChat(world, ADA);
      return { chat, invite: addInvite(world, chat, ADA, { requestNeeded }) };
    });
    return eachOf(
      doors,
      ({ invite }) => ({ link: invite.link }),
      ({ invite }) => (requestNeeded ? invite.requested : invite.usage),
    );
  };
}

function newChats(world: World, count: number) {
  return Array.from({ length: count }, () => newChat(world));
}

/** A supergroup with a username of its own, in which another administrator and the bot may invite as well. */
function newChat(world: World, creator: bigint = OWNER): { readonly chat: Chat; readonly peer: string } {
  const peer = `fault_chat_${world.chats.size}`;
  const id = 3_000_000_000n + BigInt(world.chats.size);
  // Its primary link is older than any request: within a second of each other Telegram's dates do not tell two links apart.
  const date = now(world) - 3_600;
  const chat = addChat(world, { id, kind: 'supergroup', title: peer, username: peer, creator, date });
  for (const other of [GUARDED, BOT]) setMember(world, chat, other, 'admin', true);
  return { chat, peer };
}

function newUser(world: World): User {
  const number = world.users.size;
  return addUser(world, { id: 8_000_000_000n + BigInt(number), firstName: 'Kim', username: `fault_user_${number}` });
}
