import { Api } from '../../telegram/tl.ts';
import { inputPeer } from '../chats/entities.ts';
import { markedId } from '../chats/peer.ts';
import type { ChatAddress } from '../chats/peers.ts';
import { TelegramUnavailableError } from '../errors/errors.ts';
import type { ExportedChatInvite, StarsSubscriptionPricing } from '../models.ts';
import { REFUSED_AFTER_S } from '../once/certain.ts';
import type { OwnClaims } from '../once/invite-claims.ts';
import type { Span } from '../once/telegram-time.ts';
import { TELEGRAM_PAGE } from '../page/page.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';
import { toNamedInvite } from './exported-chat-invite.ts';
import { getFullChat } from './get-full-chat.ts';
import { unixSeconds, unixSecondsOrNull } from './invite-rules.ts';

/** What a link must be like to be the one that a request asked for. */
export interface WantedInvite {
  /** It replaces the primary one. */
  readonly legacyRevokePermanent: boolean;
  readonly requestNeeded: boolean;
  readonly expireDate: Date | null;
  readonly usageLimit: number | null;
  readonly title: string | null;
  readonly subscriptionPricing: StarsSubscriptionPricing | null;
}

/** Whose link is looked for. */
export interface InviteLook {
  /** Telegram's time of each sending. */
  readonly sendings: readonly Span[];
  /** Telegram is through with all of them. */
  readonly isOver: boolean;
  /** Names a request with an idempotency key. */
  readonly claimant: string | null;
}

/**
 * Seconds within which Telegram carries a sending out, as far as a link is taken for it. Another client's link with the same
 * settings cannot be told apart inside of them, because Telegram keeps no id of the request.
 */
const WINDOW_S = 20;

/**
 * The link that a request has made, claimed for it. First what the request has claimed before; then, among the account's own
 * links that Telegram dates within 20 s after a sending, one that is as asked and that no other caller has been given.
 * `null`: there is none. Throws where a link may be the request's or another client's: it was made later, but before Telegram
 * refused the sending by its age; or it has been edited, used or revoked since.
 *
 * The oldest is taken. Should it be another's, whose answer is on its way, then that other was sent before it was made, and
 * finds the link of this request, which is not older, among those since then. A caller may have taken this request's link
 * while the list was being read, and left one that the list does not show yet: then it is read again.
 */
export async function findMadeInvite(
  deps: ChatInvitesDeps,
  chat: ChatAddress,
  wanted: WantedInvite,
  { sendings, isOver, claimant }: InviteLook,
): Promise<ExportedChatInvite | null> {
  const { claims } = deps;
  const since = Math.min(...sendings.map(({ earliest }) => earliest));
  const own = claimant === null ? NOTHING_CLAIMED : await claims.claimedBy(claimant);
  for (;;) {
    const before = claims.exchanges();
    const candidates = await readCandidates(deps, chat, wanted, since);
    const claimed = candidates.find(({ link }) => own.has(link)) ?? (own.some ? await revokedOwn() : undefined);
    if (claimed) return claimed;
    for (const invite of candidates.toReversed()) {
      const isMade = isAsWanted(invite, wanted) && isWithin(invite, WINDOW_S);
      if (isMade && (await claims.take(invite.link, claimant, isOver))) return invite;
    }
    if (claims.exchanges() !== before) continue;
    const revoked = wanted.legacyRevokePermanent ? [] : await readOwnInvites(deps, chat, true, since);
    for (const invite of [...candidates, ...revoked]) {
      const mayBe = mayBeWanted(invite, wanted) && isWithin(invite, REFUSED_AFTER_S);
      if (mayBe && (await claims.isFree(invite.link)))
        throw unclear('A link that may be the one that was asked for is there.');
    }
    return null;
  }

  function isWithin({ date }: ExportedChatInvite, seconds: number): boolean {
    const made = unixSeconds(date);
    return sendings.some(({ earliest, latest }) => made >= earliest && made <= latest + seconds);
  }

  /** The claimed link may have been revoked since. Where it has been deleted as well, nobody can tell which one it was. */
  async function revokedOwn(): Promise<ExportedChatInvite> {
    const revoked = await readOwnInvites(deps, chat, true, since);
    const found = revoked.find(({ link }) => own.has(link));
    if (!found) throw unclear('The link that was made for this idempotencyKey is not on the lists any more.');
    return found;
  }
}

const NOTHING_CLAIMED: OwnClaims = { some: false, has: () => false };

function unclear(message: string): TelegramUnavailableError {
  return new TelegramUnavailableError(message, 'UNKNOWN');
}

/** The account's links not older than `earliest` (Telegram's Unix seconds), newest first, where such a one would be. */
async function readCandidates(
  deps: ChatInvitesDeps,
  chat: ChatAddress,
  { legacyRevokePermanent }: WantedInvite,
  earliest: number,
): Promise<ExportedChatInvite[]> {
  if (!legacyRevokePermanent) return readOwnInvites(deps, chat, false, earliest);
  const { permanentInvite: primary } = await getFullChat(deps, chat);
  // It may have been replaced again by the time that it is looked for.
  const revoked = await readOwnInvites(deps, chat, true, earliest);
  return primary && unixSeconds(primary.date) >= earliest ? [primary, ...revoked] : revoked;
}

async function readOwnInvites(
  { telegram }: ChatInvitesDeps,
  chat: ChatAddress,
  revoked: boolean,
  earliest: number,
): Promise<ExportedChatInvite[]> {
  const found: ExportedChatInvite[] = [];
  let offset: { offsetDate: number; offsetLink: string } | undefined;
  for (;;) {
    const { invites }: Api.messages.ExportedChatInvites = await telegram.invoke(
      new Api.messages.GetExportedChatInvites({
        peer: inputPeer(chat),
        adminId: new Api.InputUserSelf(),
        limit: TELEGRAM_PAGE,
        ...(revoked && { revoked }),
        ...offset,
      }),
    );
    const page = invites.map((invite) => toNamedInvite(invite, markedId(chat)));
    found.push(...page.filter((invite) => unixSeconds(invite.date) >= earliest));
    const last = page.at(-1);
    if (!last || page.length < TELEGRAM_PAGE || unixSeconds(last.date) < earliest) return found;
    offset = { offsetDate: unixSeconds(last.date), offsetLink: last.link };
  }
}

function isAsWanted(invite: ExportedChatInvite, wanted: WantedInvite): boolean {
  // Telegram leaves the other wishes of a primary link out.
  if (wanted.legacyRevokePermanent) return invite.permanent;
  // Whoever came by it had it from somebody who was given it.
  if (invite.startDate || invite.usage || invite.requested || invite.revoked) return false;
  return hasWishes(invite, wanted);
}

/** Whether it may have been made as wanted, and changed since. An edit may have changed every wish but the price. */
function mayBeWanted(invite: ExportedChatInvite, wanted: WantedInvite): boolean {
  if (wanted.legacyRevokePermanent) return invite.permanent;
  return hasWishes(invite, wanted) || (invite.startDate !== null && !invite.permanent);
}

function hasWishes(invite: ExportedChatInvite, wanted: WantedInvite): boolean {
  return (
    !invite.permanent &&
    invite.requestNeeded === wanted.requestNeeded &&
    unixSecondsOrNull(invite.expireDate) === unixSecondsOrNull(wanted.expireDate) &&
    invite.usageLimit === wanted.usageLimit &&
    invite.title === wanted.title &&
    invite.subscriptionPricing?.period === wanted.subscriptionPricing?.period &&
    invite.subscriptionPricing?.amount === wanted.subscriptionPricing?.amount
  );
}
