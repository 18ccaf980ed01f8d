import { isChange, type MethodOf } from '../../telegram/methods.ts';
import { Api } from '../../telegram/tl.ts';
import { markedId, parsePeer, peerOfMarkedId } from '../chats/peer.ts';
import type { ResolvedUsername } from '../chats/peer-store.ts';
import { FloodWaitError, type GatewayError, orGatewayError, TelegramUnavailableError } from '../errors/errors.ts';
import { parsed } from '../errors/refuse.ts';
import { EditBotInviteForbiddenError } from '../errors/telegram-errors.ts';
import { type Candidate, choose, type Question } from './candidates.ts';
import type { Walk } from './move-on.ts';
import type { AllAccounts, RoutedAccount, RoutedCall } from './route.ts';

const { messages, users } = Api;

/** Their `user` is an admin, whose links are meant. */
const OF_AN_ADMIN: ReadonlySet<MethodOf<Api.AnyRequest>> = new Set<MethodOf<Api.AnyRequest>>([
  messages.GetExportedChatInvites,
  messages.DeleteRevokedExportedChatInvites,
]);

/**
 * Which accounts a call goes to, one after another. What the choice needs and nobody knows is asked for, with one call an account.
 * `only`: there is no choice.
 */
export function wayOf<A extends RoutedAccount>(
  call: RoutedCall,
  accounts: AllAccounts<A>,
  only: A | null,
): Omit<Walk<A, unknown>, 'run'> & {
  /** Spares the account the question for a username that another has resolved. */
  tell(account: A): void;
} {
  const { method, peer, user = null, link = null, isMine = false } = call;
  const reference = peer === null ? null : referenceOf(peer);
  const person = user !== null && /^\d+$/.test(user) ? user : null;
  const admin = OF_AN_ADMIN.has(method) ? person : null;
  /** Those whose right was asked for, so that it is asked for once. */
  const asked = new Set<A>();
  let kind = call.kind ?? null;
  /** The account was chosen before the chat was known. */
  let isBlind = false;
  let isResolved = false;
  let isLinkRead = false;

  /** What the first account answers that knows. */
  function told<T>(tell: (facts: NonNullable<A['services']>['facts']) => T | undefined): T | undefined {
    for (const { services } of accounts.list()) {
      const answer = services ? tell(services.facts) : undefined;
      if (answer !== undefined) return answer;
    }
    return undefined;
  }

  /** Where the chat's username led the account that has resolved it. */
  function resolved(): ResolvedUsername | undefined {
    return reference?.kind === 'USERNAME' ? told((facts) => facts.resolved(reference.username)) : undefined;
  }

  /** The marked id of the chat, where it is known without a call. */
  function chatId(): string | null {
    if (reference === null) return null;
    return reference.kind === 'USERNAME' ? (resolved()?.id ?? null) : markedId(reference);
  }

  function questionOf(id: string | null): Question {
    const isSeen = id !== null && accounts.list().some((account) => knows(account, id));
    const toBeResolved = id === null && !isResolved;
    return {
      method,
      kind,
      isMine,
      chat: reference === null ? 'NONE' : isSeen ? 'SEEN' : toBeResolved ? 'USERNAME' : 'UNSEEN',
      isOfLink: link !== null || admin !== null,
      creator: (link === null ? admin : told((facts) => facts.creatorOf(link))) ?? null,
    };
  }

  async function candidates(id: string | null, chat: Question['chat']): Promise<(Candidate & { account: A })[]> {
    const byDefault = accounts.get();
    const isChannel = id !== null && peerOfMarkedId(BigInt(id))?.kind === 'CHANNEL';
    const all = accounts.list().map((account): Candidate & { account: A } => {
      const { name, userId, services } = account;
      const facts = services?.facts;
      const isBot = account.kind === 'BOT';
      const isSeen = !facts || chat !== 'SEEN' || (id !== null && knows(account, id));
      const right = (id !== null && facts?.rightIn(id)) || null;
      return {
        account,
        name,
        userId,
        kind: account.kind,
        isDefault: account === byDefault,
        stop: facts ? null : 'DOWN',
        sees: isSeen ? 'YES' : isBot && isChannel ? 'MAY_ASK' : 'NO',
        // Nobody asks with a bare id who somebody is, though a bot may name them in a call so.
        meets: !facts || person === null || (isBot && method !== users.GetUsers) || knows(account, person),
        right,
        isAskable: chat === 'SEEN' && right === null && id?.startsWith('-') === true && !!facts && !asked.has(account),
      };
    });
    // Of the many that have not seen the chat nothing more is asked.
    const near = all.filter(({ sees }) => sees !== 'NO');
    const stops = await Promise.all(near.map(({ account, stop }) => account.services?.facts.stopOf(method) ?? stop));
    const stopped = new Map(near.map((one, index) => [one, { ...one, stop: stops[index] ?? null }]));
    return all.map((one) => stopped.get(one) ?? one);
  }

  /** Finds out what the choice needs to know of the account. Throws where the chat's username leads nowhere. */
  async function ask(account: A, id: string | null): Promise<void> {
    if (id !== null) {
      asked.add(account);
      await account.services?.facts.askRight(id);
    } else if (peer !== null) {
      isResolved = true;
      await account.services?.chats.idOf(peer, ['input', 'peer']);
    }
  }

  /** A bot's link is changed by that bot alone, so who made it has to be known before a user account changes it. */
  async function readsLink(order: readonly { kind: unknown; account: A }[], id: string | null): Promise<boolean> {
    const [best] = order;
    if (method !== messages.EditExportedChatInvite || link === null || id === null || isLinkRead) return false;
    const services = best?.kind === 'USER' && order.some((one) => one.kind === 'BOT') ? best.account.services : null;
    if (!services) return false;
    isLinkRead = true;
    await orGatewayError(services.chatInvites.get(id, link));
    return true;
  }

  async function next(refusals: ReadonlyMap<A, GatewayError>): Promise<A | null> {
    const [last, why] = [...refusals].at(-1) ?? [];
    const isFlood = why instanceof FloodWaitError;
    const refusedIn = chatId();
    if (last) {
      if (isMine && (!isBlind || isFlood)) return null;
      // The username leads nowhere for one, so that it is not asked for again.
      if (reference?.kind === 'USERNAME' && refusedIn === null && !isFlood) return null;
      const isOfBot = why instanceof EditBotInviteForbiddenError; // which says nothing about the right in the chat
      if (refusedIn !== null && !isFlood && !isOfBot) last.services?.facts.refusedIn(refusedIn);
      if (isFlood) kind = last.kind;
      if (isOfBot) kind = 'BOT';
    }
    const refusedBy = new Set([...refusals.keys()].map(({ name }) => name));
    for (;;) {
      const id = chatId();
      const question = questionOf(id);
      const all = await candidates(id, question.chat);
      // Who would have to wait as well is no help.
      const choice = choose(question, isFlood ? all.filter(({ stop }) => stop !== 'FLOOD') : all, refusedBy);
      if ('ask' in choice) await ask(choice.ask.account, id);
      else if (question.creator !== null || !(await readsLink(choice.order, id))) {
        isBlind = question.chat === 'USERNAME';
        return choice.order[0]?.account ?? null;
      }
    }
  }

  return {
    isChange: isChange(method),
    tell({ services }) {
      const known = services ? resolved() : undefined;
      if (known && !services?.facts.resolved(known.username)) services?.facts.noteResolved(known);
    },
    async first() {
      const account = only ?? (await next(new Map()));
      if (account) return account;
      throw noAccount();
    },
    next: async (refusals) => (only ? null : next(refusals)),
  };
}

/** What a call gets where there is no account. */
export function noAccount(): GatewayError {
  return new TelegramUnavailableError(
    'The gateway has no account so far: its operator has to sign in.',
    'NOT_EXECUTED',
  );
}

/** Whether the account can address who has this marked id: it has seen it, or is it. */
function knows({ userId, services }: RoutedAccount, id: string): boolean {
  return services !== null && (userId === id || services.facts.knows(id));
}

/** What a text says that names a chat; `null` for what names none, which is refused by whoever gets the call. */
function referenceOf(peer: string) {
  const { broken, value } = parsed(() => parsePeer(peer, ['input', 'peer']));
  if (broken.length > 0) return null;
  const reference = value();
  return reference.kind === 'SELF' ? null : reference;
}
