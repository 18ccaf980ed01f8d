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
 * that is as asked, that nobody has come by, and that no other caller has been given. `null`: there is none.
 */
export async function findMadeInvite(
  deps: Pick<ChatInvitesDeps, 'telegram' | 'clock' | 'claims'>,
  chat: ChatAddress,
  wanted: WantedInvite,
  since: Date,
): Promise<ExportedChatInvite | null> {
  const earliest = await toServerSeconds(deps.telegram, deps.clock, since);
  // A primary link may be replaced again by the time that it is looked for.
  for (const revoked of wanted.legacyRevokePermanent ? [false, true] : [false]) {
    for await (const invite of ownInvites(deps, chat, revoked, earliest)) {
      if (isAsWanted(invite, wanted) && (await deps.claims.take(invite.link, true))) return invite;
    }
  }
  return null;
}

/** The account's links not older than `earliest` (Telegram's Unix seconds), newest first. */
async function* ownInvites(
  { telegram }: Pick<ChatInvitesDeps, 'telegram'>,
  chat: ChatAddress,
  revoked: boolean,
  earliest: number,
): AsyncGenerator<ExportedChatInvite> {
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
    yield* page.filter((invite) => unixSeconds(invite.date) >= earliest);
    const last = page.at(-1);
    if (!last || page.length < TELEGRAM_PAGE || unixSeconds(last.date) < earliest) return;
    offset = { offsetDate: unixSeconds(last.date), offsetLink: last.link };
  }
}

function isAsWanted(invite: ExportedChatInvite, wanted: WantedInvite): boolean {
  if (invite.permanent !== wanted.legacyRevokePermanent || invite.startDate || invite.usage || invite.requested) {
    return false;
  }
  // Telegram leaves the other wishes of a primary link out.
  if (wanted.legacyRevokePermanent) return true;
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
