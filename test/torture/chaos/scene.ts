import { Api } from 'telegram';
import type { CallRecord } from '../../../src/sandbox/dispatcher.ts';
import { RpcError } from '../../../src/sandbox/rpc-error.ts';
import { answerAllRequests, answerRequest } from '../../../src/sandbox/world/answer-requests.ts';
import { type Chat, isPresent, markedIdOf } from '../../../src/sandbox/world/chats.ts';
import { deleteInvite, deleteRevokedInvites } from '../../../src/sandbox/world/delete-invites.ts';
import { editInvite } from '../../../src/sandbox/world/edit-invite.ts';
import { exportInvite } from '../../../src/sandbox/world/export-invite.ts';
import { importInvite, openInvite } from '../../../src/sandbox/world/import-invite.ts';
import { addInvite, type EditParameters, type Invite, primaryInvite } from '../../../src/sandbox/world/invites.ts';
import { requestToJoin } from '../../../src/sandbox/world/knock.ts';
import { addChat, setMember } from '../../../src/sandbox/world/membership.ts';
import { addUser, type User, userOf } from '../../../src/sandbox/world/users.ts';
import { now, type World } from '../../../src/sandbox/world.ts';
import { ADA, BOT, GUARDED, OWNER } from '../../support/sandbox-links.ts';
import type { Ask, DOORS, History, LINKS, PEOPLE, Spelling } from './history.ts';

/** The part of the world that one history has for itself. */
export interface Scene {
  /** What no other history of this world has. */
  readonly name: string;
  /** What a caller writes to have this done. */
  inputFor(ask: Ask, spelling: Spelling): object;
  /** Names what is asked for: who asks for the same can be told apart by nothing else. */
  targetOf(ask: Ask): string;
  /** The target of a call that the gateway made, and what it did; `null`: it is none of this history's mutations. */
  effectOf(
    record: CallRecord,
  ): { readonly target: string; did(outcome: PromiseSettledResult<unknown>): Did | null } | null;
  /** Another client of the account does it. Answers the link that it made; throws RpcError where it may not. */
  byOthers(ask: Ask): string | null;
  /** When a link was made, by Telegram's clock in seconds. */
  dateOf(link: string): number | null;
}

/** What a call has done: `link` is the one that it made. */
export interface Did {
  readonly link: string | null;
}

const NO_EDIT: EditParameters = {
  revoked: false,
  expireDate: null,
  usageLimit: null,
  requestNeeded: null,
  title: null,
};

export function setScene(world: World, history: History): Scene {
  const self = history.account === 'bot' ? BOT : OWNER;
  const began = now(world);
  const chat = newChat(world, OWNER);
  if (history.account === 'two') setMember(world, chat, GUARDED, 'admin', true);
  const links = linksOf(world, chat, self);
  const people = peopleOf(world, chat);
  const doors = doorsOf(world, self);
  const chatId = chat.id.toString();

  // Who knocks once the others were let in: a second decision about all would be one about them, whom nobody has looked at.
  const late = newUser(world);
  const onEvent = () => {
    if (!isPresent(chat, people['waits'].id)) return;
    world.listeners.delete(onEvent);
    queueMicrotask(() => requestToJoin(world, chat, late, null));
  };
  world.listeners.add(onEvent);

  function peer(spelling: Spelling): string {
    return spelling === 'id' ? String(markedIdOf(chat)) : spelling.replace('name', String(chat.username));
  }

  const wishAt = (at: number) =>
    history.wishes[at] ?? { title: `w${at}`, requestNeeded: false, usageLimit: null, expiresIn: null };
  const expiryOf = (at: number) => {
    const { expiresIn } = wishAt(at);
    return expiresIn === null ? null : began + expiresIn;
  };

  function inputFor(ask: Ask, spelling: Spelling): object {
    const named = { peer: peer(spelling) };
    switch (ask.verb) {
      case 'export': {
        const { title, requestNeeded, usageLimit } = wishAt(ask.wish);
        const expireDate = expiryOf(ask.wish);
        return {
          ...named,
          title,
          ...(requestNeeded && { requestNeeded }),
          ...(usageLimit !== null && { usageLimit }),
          ...(expireDate !== null && { expireDate: new Date(expireDate * 1000).toISOString() }),
        };
      }
      case 'exportPrimary':
        return { ...named, legacyRevokePermanent: true };
      case 'edit':
        return { ...named, link: links[ask.link], title: ask.title };
      case 'revoke':
      case 'delete':
        return { ...named, link: links[ask.link] };
      case 'deleteRevoked':
        return named;
      case 'hide':
        return { ...named, user: people[ask.user].username, approved: ask.approved };
      case 'hideAll':
        return { ...named, approved: ask.approved };
      case 'import':
        return { link: doors[ask.door] };
    }
  }

  function targetOf(ask: Ask): string {
    switch (ask.verb) {
      case 'export':
        return `export w${ask.wish}`;
      case 'edit':
        return `edit ${links[ask.link]} ${nameIn(ask.title)}`;
      case 'revoke':
      case 'delete':
        return `${ask.verb} ${links[ask.link]}`;
      case 'hide':
        return `hide ${people[ask.user].id} ${ask.approved}`;
      case 'hideAll':
        return `hideAll ${ask.approved}`;
      case 'import':
        return `import ${doors[ask.door]}`;
      default:
        return ask.verb;
    }
  }

  function effectOf({ request }: CallRecord): ReturnType<Scene['effectOf']> {
    const target = targetOfRequest(request);
    if (target === null) return null;
    return {
      target,
      did(outcome) {
        if (outcome.status === 'rejected') return wasAskedToWait(outcome.reason) ? { link: null } : null;
        return { link: linkIn(outcome.value) };
      },
    };
  }

  function targetOfRequest(request: Api.AnyRequest): string | null {
    if (request instanceof Api.messages.ImportChatInvite) return ownDoor(`https://t.me/+${request.hash}`);
    if (!('peer' in request) || !isOurs(request.peer)) return null;
    if (request instanceof Api.messages.ExportChatInvite) {
      return request.legacyRevokePermanent ? 'exportPrimary' : `export ${nameIn(request.title ?? '')}`;
    }
    if (request instanceof Api.messages.EditExportedChatInvite) {
      return request.revoked ? `revoke ${request.link}` : `edit ${request.link} ${nameIn(request.title ?? '')}`;
    }
    if (request instanceof Api.messages.DeleteExportedChatInvite) return `delete ${request.link}`;
    if (request instanceof Api.messages.DeleteRevokedExportedChatInvites) return 'deleteRevoked';
    if (request instanceof Api.messages.HideAllChatJoinRequests) return `hideAll ${Boolean(request.approved)}`;
    if (request instanceof Api.messages.HideChatJoinRequest) {
      const { userId } = request;
      return `hide ${userId instanceof Api.InputUser ? userId.userId : ''} ${Boolean(request.approved)}`;
    }
    return null;
  }

  function ownDoor(link: string): string | null {
    return Object.values(doors).includes(link) ? `import ${link}` : null;
  }

  function isOurs(named: unknown): boolean {
    return named instanceof Api.InputPeerChannel && named.channelId.toString() === chatId;
  }

  function byOthers(ask: Ask): string | null {
    const me = userOf(world, self);
    switch (ask.verb) {
      case 'export': {
        const { title, requestNeeded, usageLimit } = wishAt(ask.wish);
        const parameters = { requestNeeded, usageLimit, expireDate: expiryOf(ask.wish), title: title.toWellFormed() };
        return exportInvite(world, chat, self, {
          ...parameters,
          legacyRevokePermanent: false,
          subscriptionPricing: null,
        }).link;
      }
      case 'exportPrimary': {
        const wanted = {
          requestNeeded: false,
          usageLimit: null,
          expireDate: null,
          title: null,
          subscriptionPricing: null,
        };
        return exportInvite(world, chat, self, { ...wanted, legacyRevokePermanent: true }).link;
      }
      case 'edit':
        editInvite(world, chat, me, links[ask.link], { ...NO_EDIT, title: ask.title.toWellFormed() });
        return null;
      case 'revoke':
        return editInvite(world, chat, me, links[ask.link], { ...NO_EDIT, revoked: true }).replacement?.link ?? null;
      case 'delete':
        deleteInvite(world, chat, self, links[ask.link]);
        return null;
      case 'deleteRevoked':
        deleteRevokedInvites(world, chat, self, me);
        return null;
      case 'hide':
        answerRequest(world, chat, self, people[ask.user], ask.approved);
        return null;
      case 'hideAll':
        answerAllRequests(world, chat, self, null, ask.approved);
        return null;
      case 'import':
        importInvite(
          world,
          me,
          openInvite(world, self, doors[ask.door].slice('https://t.me/+'.length), 'messages.ImportChatInvite'),
        );
        return null;
    }
  }

  const dateOf = (link: string) => world.invites.find((invite) => invite.link === link)?.date ?? null;
  return { name: String(chat.username), inputFor, targetOf, effectOf, byOthers, dateOf };
}

/** A wish's or an edit's own name, with which its title begins. */
function nameIn(title: string): string {
  return /^[we]\d+/.exec(title)?.[0] ?? '';
}

/** INVITE_REQUEST_SENT is an error in name alone: the account waits at the door from then on. */
function wasAskedToWait(reason: unknown): boolean {
  return reason instanceof RpcError && reason.type === 'INVITE_REQUEST_SENT';
}

function linkIn(answer: unknown): string | null {
  if (answer instanceof Api.ChatInviteExported) return answer.link;
  if (!(answer instanceof Api.messages.ExportedChatInviteReplaced)) return null;
  return answer.newInvite instanceof Api.ChatInviteExported ? answer.newInvite.link : null;
}

function linksOf(world: World, chat: Chat, self: bigint): Record<(typeof LINKS)[number], string> {
  const add = (fields: Partial<Invite>) =>
    addInvite(world, chat, self, { title: 'old', date: now(world) - 600, ...fields }).link;
  if (self === BOT) addInvite(world, chat, BOT, { permanent: true, date: now(world) - 600 });
  return {
    live: add({}),
    'other live': add({}),
    revoked: add({ revoked: true }),
    deleted: add({ revoked: true, deleted: true }),
    'of another chat': addInvite(world, newChat(world, OWNER), self, { revoked: true }).link,
    'made up': `https://t.me/+${world.random(12).toString('base64url')}`,
    primary: primaryInvite(world, chat, self)?.link ?? '',
  };
}

function peopleOf(world: World, chat: Chat): Record<(typeof PEOPLE)[number], User> {
  const people = {
    waits: newUser(world),
    'waits too': newUser(world),
    'never asked': newUser(world),
    member: newUser(world),
  };
  for (const name of ['waits', 'waits too'] as const) requestToJoin(world, chat, people[name], null);
  setMember(world, chat, people.member.id, 'member');
  return people;
}

function doorsOf(world: World, self: bigint): Record<(typeof DOORS)[number], string> {
  const inside = newChat(world, ADA);
  setMember(world, inside, self, 'member');
  return {
    open: addInvite(world, newChat(world, ADA), ADA).link,
    approval: addInvite(world, newChat(world, ADA), ADA, { requestNeeded: true }).link,
    'member already': addInvite(world, inside, ADA).link,
  };
}

/** A supergroup in which the bot may invite as well. Its primary link is older than any request. */
function newChat(world: World, creator: bigint): Chat {
  const username = `chaos_chat_${world.chats.size}`;
  const chat = addChat(world, {
    id: 4_000_000_000n + BigInt(world.chats.size),
    kind: 'supergroup',
    title: username,
    username,
    creator,
    date: now(world) - 3_600,
  });
  if (creator === OWNER) setMember(world, chat, BOT, 'admin', true);
  return chat;
}

function newUser(world: World): User {
  const number = world.users.size;
  return addUser(world, { id: 8_000_000_000n + BigInt(number), firstName: 'Kim', username: `chaos_user_${number}` });
}
