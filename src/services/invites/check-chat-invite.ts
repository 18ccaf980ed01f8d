import { Api, fromLong } from '../../telegram/tl.ts';
import { requireAccountFor } from '../account/require-account.ts';
import { knownChat, knownUsers } from '../chats/entities.ts';
import { PeerNotFoundError } from '../errors/errors.ts';
import type { ChatInvitePreview } from '../models.ts';
import { toDate } from '../to-date.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';
import type { CheckedInvite } from './checked-invites.ts';
import { toSubscriptionPricing } from './subscription-pricing.ts';

/**
 * messages.checkChatInvite, which takes the hash alone; the answer may be a minute old. `BotMethodInvalidError` for a bot
 * account, before any call. `PeerNotFoundError` when Telegram names a chat that this account cannot address.
 */
export async function checkChatInvite(deps: ChatInvitesDeps, hash: string): Promise<CheckedInvite> {
  await requireAccountFor(
    Api.messages.CheckChatInvite,
    deps.self,
    'A bot account cannot look at a link that it was given.',
  );
  return deps.checked.get(hash, () => ask(deps, hash));
}

async function ask({ telegram, peers }: ChatInvitesDeps, hash: string): Promise<CheckedInvite> {
  const answer = await telegram.invoke(new Api.messages.CheckChatInvite({ hash }));
  if (answer instanceof Api.ChatInvite) {
    peers.remember({ users: answer.participants ?? [] });
    return toPreview(answer);
  }
  peers.remember({ chats: [answer.chat] });
  const known = knownChat(answer.chat);
  if (!known) throw new PeerNotFoundError("Telegram does not let this account address the link's chat.");
  return answer instanceof Api.ChatInvitePeek
    ? { kind: 'CHAT_INVITE_PEEK', chat: known.chat, expires: toDate(answer.expires) }
    : { kind: 'CHAT_INVITE_ALREADY', chat: known.chat };
}

/** A flag that Telegram leaves out is false. */
function toPreview(invite: Api.ChatInvite): ChatInvitePreview {
  return {
    kind: 'CHAT_INVITE',
    channel: invite.channel === true,
    broadcast: invite.broadcast === true,
    public: invite.public === true,
    megagroup: invite.megagroup === true,
    requestNeeded: invite.requestNeeded === true,
    verified: invite.verified === true,
    scam: invite.scam === true,
    fake: invite.fake === true,
    canRefulfillSubscription: invite.canRefulfillSubscription === true,
    title: invite.title,
    about: invite.about || null,
    hasPhoto: invite.photo instanceof Api.Photo,
    participantsCount: invite.participantsCount,
    participants: knownUsers(invite.participants ?? []),
    color: invite.color,
    subscriptionPricing: toSubscriptionPricing(invite.subscriptionPricing),
    subscriptionFormId: invite.subscriptionFormId ? fromLong(invite.subscriptionFormId).toString() : null,
  };
}
