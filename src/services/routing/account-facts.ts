import { isChange, type MethodOf } from '../../telegram/methods.ts';
import type { ConnectionStatus, TelegramPort } from '../../telegram/port.ts';
import { Api, type Long, toLong } from '../../telegram/tl.ts';
import type { AccountHold } from '../account/account-hold.ts';
import { inputChannel } from '../chats/entities.ts';
import { peerOfMarkedId } from '../chats/peer.ts';
import type { Peers } from '../chats/peers.ts';
import { GatewayError, orGatewayError, TelegramError } from '../errors/errors.ts';
import { inviteUrl } from '../invite-link.ts';
import type { Chat } from '../models.ts';
import type { PortStack } from '../port/stack.ts';
import type { Right, Rights } from './rights.ts';

/**
 * Why an account cannot call a method just now. DOWN: it has no connection. HELD: it only reads. FLOOD: Telegram makes it wait with this
 * method. FULL: it has as many calls waiting as it takes.
 */
export type Stop = 'DOWN' | 'HELD' | 'FLOOD' | 'FULL';

/** What one account tells of itself, so that the one that can is chosen for a call. Only `askRight` asks Telegram. */
export interface AccountFacts {
  /** `null`: nothing stops it. */
  stopOf(method: MethodOf<Api.AnyRequest>): Promise<Stop | null>;
  /** Where a username led the account within the last day; `undefined`: it would have to ask. */
  readonly resolved: Peers['resolved'];
  /** Spares the account the question, where another one has asked. */
  readonly noteResolved: Peers['noteResolved'];
  /** Whether the account has seen the chat or person with this marked id, and so can address it. */
  knows(id: string): boolean;
  /** `null`: it is not known. */
  rightIn(chatId: string): Right | null;
  /** The chats in which it may invite, as far as known. */
  knownChats(): readonly Chat[];
  /** Finds the right out with one call; it stays unknown where Telegram cannot be asked just now. */
  askRight(chatId: string): Promise<void>;
  /** Telegram has refused the account something in the chat that its right allows. */
  refusedIn(chatId: string): void;
  /** The id of who made the link with this hash, as far as the account has seen the link; `undefined`: it has not. */
  creatorOf(hash: string): string | undefined;
}

export interface AccountFactsDeps {
  readonly telegram: TelegramPort;
  readonly connection: () => ConnectionStatus;
  readonly hold: AccountHold;
  readonly stopOf: PortStack['stopOf'];
  readonly peers: Peers;
  readonly rights: Rights;
  readonly creators: LinkCreators;
}

export function createAccountFacts(deps: AccountFactsDeps): AccountFacts {
  const { telegram, connection, hold, peers, rights, creators } = deps;

  /** A bot may address a channel that it is in without an access hash. */
  async function readChat(id: string): Promise<readonly Api.TypeChat[]> {
    const reference = peerOfMarkedId(BigInt(id));
    if (reference?.kind === 'BASIC_GROUP') {
      return (await telegram.invoke(new Api.messages.GetChats({ id: [toLong(reference.id)] }))).chats;
    }
    const known = peers.known(id);
    const address = known?.kind === 'CHANNEL' ? known : { id: reference?.id ?? 0n, accessHash: 0n };
    return (await telegram.invoke(new Api.channels.GetChannels({ id: [inputChannel(address)] }))).chats;
  }

  return {
    async stopOf(method) {
      if (connection().state !== 'UP') return 'DOWN';
      if (isChange(method) && (await hold.current())) return 'HELD';
      return deps.stopOf(method.className);
    },
    resolved: peers.resolved,
    noteResolved: peers.noteResolved,
    knows: (id) => peers.known(id) !== undefined,
    rightIn: rights.of,
    knownChats: () =>
      rights.invitable().flatMap((id) => {
        const peer = peers.known(id);
        return peer && peer.kind !== 'USER' ? [peer.chat] : [];
      }),
    async askRight(chatId) {
      const chats = await orGatewayError(readChat(chatId));
      if (!(chats instanceof GatewayError)) {
        peers.remember({ chats });
        rights.asked(chatId, chats);
      } else if (chats instanceof TelegramError) rights.asked(chatId, []);
    },
    refusedIn: rights.refused,
    creatorOf: creators.of,
  };
}

/** Who made the links that an account has seen. */
export interface LinkCreators {
  of(hash: string): string | undefined;
  note(invite: unknown): void;
}

/** Links whose maker is remembered for sure. */
const MOST_LINKS = 10_000;

export function createLinkCreators(): LinkCreators {
  /** Forgotten as a whole: a cache that lets go of one for each new one would cost an export 2 %. */
  let [young, old] = [new Map<string, Long>(), new Map<string, Long>()];
  return {
    of(hash) {
      const link = inviteUrl(hash);
      return (young.get(link) ?? old.get(link))?.toString();
    },
    note(invite) {
      if (!(invite instanceof Api.ChatInviteExported)) return;
      if (young.size >= MOST_LINKS) [young, old] = [new Map(), young];
      young.set(invite.link, invite.adminId);
    },
  };
}

/** Takes in what an answer tells beside what it was asked for. */
export function seeAnswer(answer: unknown, rights: Rights, creators: LinkCreators): void {
  if (typeof answer !== 'object' || answer === null) return;
  creators.note(answer);
  if ('invite' in answer) creators.note(answer.invite);
  if ('newInvite' in answer) creators.note(answer.newInvite);
  if ('invites' in answer && Array.isArray(answer.invites)) answer.invites.forEach(creators.note);
  // Every answer's `chats` are chats.
  if ('chats' in answer && Array.isArray(answer.chats)) rights.learn(answer.chats);
}
