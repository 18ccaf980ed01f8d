/** Which accounts may do a call, and in which order: docs/accounts.md has the rules as a table. */
import { audienceOf, isChange, type MethodOf } from '../../telegram/methods.ts';
import { Api } from '../../telegram/tl.ts';
import { InvalidInputError } from '../errors/errors.ts';
import type { Stop } from './account-facts.ts';
import { mayInvite, type Right } from './rights.ts';

/** What Telegram lets sign in: a person, or a bot. */
export type AccountKind = 'USER' | 'BOT';

/** What a call is about, as far as the choice goes by it. */
export interface Question {
  readonly method: MethodOf<Api.AnyRequest>;
  /** The only kind of account that can do it, where the method alone does not say so; `null`: the method says it. */
  readonly kind: AccountKind | null;
  /** It means what is the account's own. */
  readonly isMine: boolean;
  /** SEEN: an account has seen the chat. UNSEEN: none has. USERNAME: it goes by one that has to be resolved. NONE: the call names none. */
  readonly chat: 'SEEN' | 'UNSEEN' | 'USERNAME' | 'NONE';
  /** Whether it is about a link, or about one admin's links. */
  readonly isOfLink: boolean;
  /** The id of who made the link; `null`: not known. */
  readonly creator: string | null;
}

/** What is known of an account in view of a call. */
export interface Candidate {
  readonly name: string;
  /** `null`: it has not been told so far. */
  readonly userId: string | null;
  readonly kind: AccountKind | null;
  readonly isDefault: boolean;
  /** `null`: it can act. */
  readonly stop: Stop | null;
  /** Whether it has seen the chat. MAY_ASK: it has not, but needs no access hash to ask for it. YES for all where the chat is not SEEN. */
  readonly sees: 'YES' | 'MAY_ASK' | 'NO';
  /** Whether it can address the person that the call names, where there is one. */
  readonly meets: boolean;
  /** `null`: it is not known. */
  readonly right: Right | null;
  /** Whether its right can be asked for: it is not known, and was not asked for in vain just now. */
  readonly isAskable: boolean;
}

/** `ask`: what is not known about this account has to be found out first. `order`: who may do the call, the best first. */
export type Choice<C> = { readonly ask: C } | { readonly order: readonly C[] };

const { messages, channels, updates } = Api;

/** What a method takes in its chat: nothing for one that is not there. */
const NEEDED: ReadonlyMap<MethodOf<Api.AnyRequest>, Right> = new Map<MethodOf<Api.AnyRequest>, Right>([
  [messages.GetAdminsWithInvites, 'OWNER'],
  [messages.DeleteExportedChatInvite, 'ADMIN'],
  [messages.DeleteRevokedExportedChatInvites, 'ADMIN'],
  [messages.EditExportedChatInvite, 'ADMIN'],
  [messages.ExportChatInvite, 'ADMIN'],
  [messages.GetChatInviteImporters, 'ADMIN'],
  [messages.GetExportedChatInvite, 'ADMIN'],
  [messages.GetExportedChatInvites, 'ADMIN'],
  // To others the full chat says neither who waits nor a primary link, and refuses nothing.
  [messages.GetFullChat, 'ADMIN'],
  [channels.GetFullChannel, 'ADMIN'],
  [messages.HideAllChatJoinRequests, 'ADMIN'],
  [messages.HideChatJoinRequest, 'ADMIN'],
  // A chat's live events.
  [updates.GetDifference, 'ADMIN'],
]);

/**
 * The accounts for a call that asked for none. `refusedBy` have refused it already, and proved so that nothing was done; then the order
 * may be empty. Otherwise it is not: where nobody can, the best of them is there, whose refusal is the answer.
 * Throws `InvalidInputError` on `account` where the call means an account's own and several may be meant.
 */
export function choose<C extends Candidate>(
  question: Question,
  accounts: readonly C[],
  refusedBy: ReadonlySet<string> = new Set(),
): Choice<C> {
  const isFirst = refusedBy.size === 0;
  const isLeft = ({ name }: C) => !refusedBy.has(name);
  const bot = maker(question, accounts);
  if (bot) return { order: [bot].filter(isLeft) };
  const ofKind = accounts.filter((one) => fits(one, question));
  if (ofKind.length === 0) return { order: isFirst ? inOrder(accounts, question).slice(0, 1) : [] };
  const fitting = inOrder(ofKind, question);
  const left = fitting.filter(isLeft);
  if (question.isMine) return chooseOwn(question, fitting, left);
  if (question.chat === 'USERNAME') return { order: freeFirst(left).slice(0, 1) };
  if (question.chat === 'UNSEEN') {
    return { order: isFirst ? orAll(left, ({ isDefault }) => isDefault).slice(0, 1) : [] };
  }
  const near = left.filter(({ sees }) => sees !== 'NO');
  const able = orAll(near, ({ meets }) => meets).filter((one) => rankOf(one, question) !== null);
  const order = able.some(isFree) ? freeFirst(able) : [];
  const [best] = order;
  // Who has not seen the chat would have to resolve its username once more.
  if (best?.isAskable && (order.length > 1 || best.sees === 'MAY_ASK')) return { ask: best };
  if (order.length > 0) return { order };
  // Of those that have seen the chat nobody can or may.
  const other = left.filter(({ isDefault, sees, stop }) => isDefault && sees === 'NO' && stop === null);
  if (other.length > 0 || !isFirst) return { order: other };
  // Who cannot is asked all the same: its refusal says why, and what is known of it may be old.
  return { order: [able, near, left].find(({ length }) => length > 0)?.slice(0, 1) ?? [] };
}

/** The default account where it may, else the only one that may. */
function chooseOwn<C extends Candidate>(question: Question, fitting: readonly C[], left: readonly C[]): Choice<C> {
  const isChoice = fitting.length > 1;
  const own = fitting.find(({ isDefault }) => isDefault);
  if (own && own.sees !== 'NO' && rankOf(own, question) !== null) {
    if (isChoice && own.isAskable) return { ask: own };
    return { order: left.includes(own) ? [own] : [] };
  }
  const [first] = left;
  if (!first) return { order: [] };
  if (isChoice && question.chat === 'USERNAME') return { ask: first };
  const may = left.filter((one) => one.sees !== 'NO' && rankOf(one, question) !== null);
  const unknown = may.find(({ isAskable }) => isAskable);
  if (isChoice && unknown) return { ask: unknown };
  if (may.length > 1) throw ambiguous(may, question);
  if (may.length === 0 && left.length < fitting.length) return { order: [] };
  return { order: [may[0] ?? first] };
}

function ambiguous(may: readonly Candidate[], { method }: Question): InvalidInputError {
  const names = may.map(({ name }) => JSON.stringify(name)).join(', ');
  const message = `Each account has its own, and several accounts may be meant: give one of ${names}.`;
  return new InvalidInputError([{ path: isChange(method) ? ['input', 'account'] : ['account'], message }]);
}

/** The one of the bots that alone may change the link, being who made it. */
function maker<C extends Candidate>({ method, creator }: Question, accounts: readonly C[]): C | undefined {
  if (method !== messages.EditExportedChatInvite || creator === null) return undefined;
  return accounts.find(({ kind, userId }) => kind === 'BOT' && userId === creator);
}

function fits({ kind }: Candidate, { method, kind: wanted }: Question): boolean {
  if (kind === null) return true;
  return wanted === null ? kind === 'USER' || audienceOf(method) === 'both' : kind === wanted;
}

/** How well it may do the call, as far as known: 0 is best, `null`: it may not. Who made a link comes first, then the chat's owner. */
function rankOf({ userId, kind, right }: Candidate, { method, chat, isOfLink, creator }: Question): number | null {
  const needed = NEEDED.get(method);
  if (needed === undefined || chat === 'NONE') return 0;
  if (right !== null && !mayInvite(right)) return null;
  if (creator !== null && userId === creator) return 0;
  // A bot acts on no other admin's link.
  if (kind === 'BOT' && isOfLink) return creator === null ? 3 : null;
  if (right === 'ADMIN' && (needed === 'OWNER' || creator !== null)) return null;
  if (!isOfLink) return 0;
  return right === 'ADMIN' ? 2 : 1;
}

const WORST = 9;

/**
 * The best first. Among equals who can find out what became of a lost answer, which is a user account, then the default, then by name.
 * Who may not comes last.
 */
function inOrder<C extends Candidate>(accounts: readonly C[], question: Question): C[] {
  const scored = accounts.map((one) => ({ one, score: scoreOf(one, question) }));
  scored.sort((left, right) => left.score - right.score || (left.one.name < right.one.name ? -1 : 1));
  return scored.map(({ one }) => one);
}

/** The least is the best. One digit for each question, and the first counts most. */
function scoreOf(one: Candidate, question: Question): number {
  const digits = [
    rankOf(one, question) ?? WORST,
    one.right === 'OUTSIDE' ? 1 : 0,
    one.sees === 'YES' ? 0 : 1,
    one.kind === 'USER' ? 0 : 1,
    one.isDefault ? 0 : 1,
  ];
  return digits.reduce((score, digit) => 10 * score + digit, 0);
}

/** A flood wait passes the call on to the same kind alone: what a bot makes is not what a user makes. */
function freeFirst<C extends Candidate>(order: readonly C[]): readonly C[] {
  const able = orAll(order, isFree);
  const [best] = able;
  const free = able.filter(({ stop }) => stop === null);
  const likeIt = free.filter(({ kind }) => kind === best?.kind);
  return likeIt.length === 0 ? able : [...likeIt, ...able.filter((one) => !likeIt.includes(one))];
}

/** A flood wait is not among what lets another kind of account have the call. */
function isFree({ stop }: Candidate): boolean {
  return stop === null || stop === 'FLOOD';
}

/** Those for which it holds; all where it holds for none. */
function orAll<C>(all: readonly C[], holds: (one: C) => boolean): readonly C[] {
  const some = all.filter(holds);
  return some.length > 0 ? some : all;
}
