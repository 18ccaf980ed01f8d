import { Api } from 'telegram';
import { type Chat, isPresent, presentMembers } from '../world/chats.ts';
import type { OpenInvite } from '../world/import-invite.ts';
import type { Invite } from '../world/invites.ts';
import { userOf } from '../world/users.ts';
import { now, type World } from '../world.ts';
import { toLong } from './long.ts';
import { present } from './present.ts';
import { viewChat } from './view-chat.ts';
import { viewPricing } from './view-invite.ts';
import { viewUser } from './view-user.ts';

/** How long the reader of a peek may look, in seconds. Telegram's own time is not documented. */
const PEEK = 300;
/** How many of its members a preview shows at most, and the colours clients know for a chat without photo. */
const SHOWN_MEMBERS = 3;
const COLORS = 7n;

/**
 * What messages.checkChatInvite answers. Members see their chat. Assumed: an open link of a public chat, which anybody
 * may read, is a peek; all others are a preview, from which the chat cannot be addressed.
 */
export function viewChatInvite(world: World, viewerId: bigint, { invite, chat }: OpenInvite): Api.TypeChatInvite {
  const shown = { chat: viewChat(world, viewerId, chat) };
  if (isPresent(chat, viewerId)) return new Api.ChatInviteAlready(shown);
  const mayRead = chat.username !== null && !invite.requestNeeded && !invite.subscriptionPricing;
  if (mayRead) return new Api.ChatInvitePeek({ ...shown, expires: now(world) + PEEK });
  return preview(world, viewerId, invite, chat);
}

function preview(world: World, viewerId: bigint, invite: Invite, chat: Chat): Api.ChatInvite {
  const known = knownMembers(world, viewerId, chat).map((id) => viewUser(world, viewerId, userOf(world, id)));
  return new Api.ChatInvite({
    title: chat.title,
    photo: new Api.PhotoEmpty({ id: toLong(0n) }),
    participantsCount: presentMembers(chat).length,
    color: Number(chat.id % COLORS),
    ...present({
      channel: chat.kind !== 'group',
      broadcast: chat.kind === 'channel',
      megagroup: chat.kind === 'supergroup',
      public: chat.username !== null,
      requestNeeded: invite.requestNeeded,
      about: chat.about || null,
      participants: known.length > 0 ? known : null,
      subscriptionPricing: viewPricing(invite),
      subscriptionFormId: invite.subscriptionPricing && toLong(formId(invite)),
    }),
  });
}

/** A few members whom the viewer knows from another chat; without contacts, that is whom one knows in this world. */
function knownMembers(world: World, viewerId: bigint, chat: Chat): bigint[] {
  const shared = [...world.chats.values()].filter((other) => other !== chat && isPresent(other, viewerId));
  const met = presentMembers(chat).filter(({ userId }) => shared.some((other) => isPresent(other, userId)));
  return met.slice(0, SHOWN_MEMBERS).map(({ userId }) => userId);
}

/** The same at every look. No payment form stands behind it. */
function formId({ hash }: Invite): bigint {
  return Buffer.from(hash, 'base64url').readBigInt64LE(0);
}
