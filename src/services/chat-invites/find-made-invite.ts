import { Api } from '../../telegram/tl.ts';
import { inputPeer } from '../entities.ts';
import { toNamedInvite } from '../exported-chat-invite.ts';
import { unixSeconds } from '../invite-rules.ts';
import type { ExportedChatInvite, StarsSubscriptionPricing } from '../models.ts';
import { TELEGRAM_PAGE } from '../page.ts';
import { markedId } from '../peer.ts';
import type { ChatAddress } from '../peers.ts';
import { toServerSeconds } from '../server-time.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';
import { getFullChat } from './get-full-chat.ts';

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

/**
 * The link that a request sent at `since` has made, claimed for it: among the account's own links not older than that, one
 * that is as asked and that no other caller has been given. `null`: there is none.
 *
 * The oldest is taken. Should it be another's, whose answer is on its way, then that other was sent before it was made, and
 * finds the link of this request, which is not older, among those since then. A caller may have taken this request's link
 * while the list was being read, and left one that the list does not show yet: then it is read again.
 */
export async function findMadeInvite(
  deps: ChatInvitesDeps,
  chat: ChatAddress,
  wanted: WantedInvite,
  since: Date,
  claimant: string | null,
): Promise<ExportedChatInvite | null> {
  const { earliest } = await toServerSeconds(deps.telegram, deps.clock, since);
  for (;;) {
    const before = deps.claims.exchanges();
    const newestFirst = await readCandidates(deps, chat, wanted, earliest);
    for (const invite of newestFirst.toReversed()) {
      if (isAsWanted(invite, wanted) && (await deps.claims.take(invite.link, claimant))) return invite;
    }
    if (deps.claims.exchanges() === before) return null;
  }
}

/** The account's links not older than `earliest` (Telegram's Unix seconds), newest first, where such a one would be. */
async function readCandidates(
  deps: ChatInvitesDeps,
  chat: ChatAddress,
  { legacyRevokePermanent }: WantedInvite,
  earliest: number,
): Promise<ExportedChatInvite[]> {
  if (!legacyRevokePermanent) return readOwnInvites(deps, chat, false, earliest);
  const { permanentInvite: primary } = await getFullChat(deps, markedId(chat));
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
  if (invite.permanent || invite.startDate || invite.usage || invite.requested) return false;
  return (
    invite.requestNeeded === wanted.requestNeeded &&
    seconds(invite.expireDate) === seconds(wanted.expireDate) &&
    invite.usageLimit === wanted.usageLimit &&
    invite.title === wanted.title &&
    invite.subscriptionPricing?.period === wanted.subscriptionPricing?.period &&
    invite.subscriptionPricing?.amount === wanted.subscriptionPricing?.amount
  );
}

function seconds(date: Date | null): number | null {
  return date && unixSeconds(date);
}
