import { hash } from 'node:crypto';
import { inPassing } from '../../base/call-scope.ts';
import { parsePeer } from '../chats/peer.ts';
import { GatewayError } from '../errors/errors.ts';
import { InviteHashExpiredError } from '../errors/telegram-errors.ts';
import { inviteHash, wholeHash } from '../invite-link.ts';
import type {
  ChatInvitePublicJoinRequests,
  ChatJoined,
  ChatJoinRequestHidden,
  DeletedExportedChatInvite,
  ExportedChatInvite,
  ExportedChatInviteReplaced,
  JoinRequestSent,
} from '../models.ts';
import { keep, revive } from '../once/idempotency.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';
import { getExportedChatInvite } from './get-exported-chat-invite.ts';

/** An answer that tells of a link. */
export type Notable = AnswerWithLink | DeletedExportedChatInvite;
type AnswerWithLink = ExportedChatInvite | ExportedChatInviteReplaced | ChatInvitePublicJoinRequests;

/**
 * Kept answers as they are now: the same link and outcome, with the fields that have changed since. Each costs one call at the
 * most and two seconds at the most, and none fails: what cannot be read again is as this gateway has left it. A link that is
 * gone is answered as revoked.
 */
export interface PresentAnswers {
  /** Of a primary link and the one in its place the latter is read. */
  invite<T extends AnswerWithLink>(kept: T): Promise<T>;
  /** With the chat's present name. */
  joined<T extends ChatJoined | JoinRequestSent>(kept: T): Promise<T>;
  /** With the person's present name. */
  hidden(kept: ChatJoinRequestHidden): Promise<ChatJoinRequestHidden>;
  /** Answers what `change` does, after it was written down what has become of the links in it. */
  noting<T extends Notable>(change: Promise<T>): Promise<T>;
}

/** What a change has told of a link, or, under the name of an admin's primary link in a chat, which that is. */
interface LinkState extends Partial<Omit<ExportedChatInvite, 'link'>> {
  /** The primary link's name; `date` is when it was made. */
  readonly primary?: string;
}

/** What is only better to know must not hold up an answer. */
const READ_MS = 2_000;

export function createPresentAnswers(deps: ChatInvitesDeps): PresentAnswers {
  const { changedLinks, chats, peers, self, users, log } = deps;

  /** What `read` answers, or `fallback`; a mistake of ours behind it is logged. */
  async function tried<T>(read: () => Promise<T>, fallback: (error: unknown) => T | Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof GatewayError))
        log.error({ err: error }, 'what has become of a link could not be read or written down');
      return fallback(error);
    }
  }

  /** A chat that has to be found first would cost further calls. */
  const isAtHand = (chatId: string) =>
    peers.known(chatId) !== undefined || parsePeer(chatId, ['id']).kind === 'BASIC_GROUP';

  let noted: Promise<void> = Promise.resolve();
  /** One after the other, as each builds on what is known. */
  function note(states: ReadonlyMap<string, LinkState>): Promise<void> {
    const write = async () => {
      const before = await changedLinks.read([...states.keys()]);
      const after = [...states].map(([name, state]) => [name, keep(merged(toState(before.get(name)), state))] as const);
      await changedLinks.write(new Map(after));
    };
    if (states.size > 0) noted = noted.then(() => tried(write, () => {}));
    return noted;
  }

  /** As this gateway has left it. A primary link has been replaced where another is the last that it has seen in its place. */
  const asLeft = (kept: ExportedChatInvite) =>
    tried(
      async () => {
        const states = await changedLinks.read([nameOf(kept.link), nameOfPrimary(kept)]);
        const invite: ExportedChatInvite = { ...kept, ...toState(states.get(nameOf(kept.link))) };
        const { primary } = toState(states.get(nameOfPrimary(kept)));
        const isReplaced = kept.permanent && primary !== undefined && primary !== nameOf(kept.link);
        return isReplaced ? { ...invite, revoked: true } : invite;
      },
      () => kept,
    );

  const read = (kept: ExportedChatInvite) =>
    tried(
      async () => {
        if ((await self()).isBot || !isAtHand(kept.chatId)) return asLeft(kept);
        const invite = await inPassing(READ_MS, () => getExportedChatInvite(deps, kept.chatId, wholeHash(kept.link)));
        // It was revoked elsewhere: it must not come back when it cannot be read the next time.
        if (invite.revoked && !kept.revoked) await note(statesIn(invite));
        return invite;
      },
      async (error) => {
        const isGone = error instanceof InviteHashExpiredError;
        if (isGone) await note(statesIn({ link: kept.link, chatId: kept.chatId }));
        return asLeft(kept);
      },
    );

  return {
    async invite(kept) {
      if (kept.kind === 'EXPORTED_CHAT_INVITE') return { ...kept, ...(await read(kept)) };
      if (kept.kind === 'PUBLIC_JOIN_REQUESTS') return kept;
      // Of the two, the old one will not change any more but for who comes and goes.
      return { ...kept, invite: await asLeft(kept.invite), newInvite: await read(kept.newInvite) };
    },
    async joined(kept) {
      if (kept.kind === 'JOIN_REQUEST_SENT' || !isAtHand(kept.chat.id)) return kept;
      const [chat] = await tried(
        () => inPassing(READ_MS, () => chats.load([kept.chat.id])),
        () => [],
      );
      return chat && !(chat instanceof GatewayError) ? { ...kept, chat } : kept;
    },
    async hidden(kept) {
      const [user] = await tried(
        () => inPassing(READ_MS, () => users.load([kept.user.id])),
        () => [],
      );
      return user && !(user instanceof GatewayError) ? { ...kept, user } : kept;
    },
    async noting(change) {
      const answer = await change;
      await note(statesIn(answer));
      return answer;
    },
  };
}

/** What an answer tells of links, by their names. */
function statesIn(answer: Notable): ReadonlyMap<string, LinkState> {
  if (!('kind' in answer)) return new Map([[nameOf(answer.link), { revoked: true }]]);
  if (answer.kind === 'PUBLIC_JOIN_REQUESTS') return new Map();
  if (answer.kind === 'EXPORTED_CHAT_INVITE_REPLACED') {
    return new Map([...statesIn(answer.invite), ...statesIn(answer.newInvite)]);
  }
  const { link, ...fields } = answer;
  const states = new Map<string, LinkState>([[nameOf(link), fields]]);
  if (answer.permanent && !answer.revoked)
    states.set(nameOfPrimary(answer), { primary: nameOf(link), date: answer.date });
  return states;
}

/** Answers may be noted in another order than Telegram's: a revoked link stays so, and an older primary one has been replaced. */
function merged(before: LinkState, state: LinkState): LinkState {
  const isOlder = before.primary && before.date && state.date && state.date < before.date;
  return isOlder ? before : { ...before, ...state, ...(before.revoked && { revoked: true }) };
}

/** Links let in whoever has them, so a hash is kept. */
function nameOf(link: string): string {
  return hash('sha256', inviteHash(link) ?? link, 'hex');
}

function nameOfPrimary({ chatId, adminId }: ExportedChatInvite): string {
  return `primary of ${adminId} in ${chatId}`;
}

/** Nobody else writes states. */
function toState(kept: unknown): LinkState {
  return revive(kept ?? {}) as LinkState;
}
