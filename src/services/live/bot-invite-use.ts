import { Api, fromLong } from '../../telegram/tl.ts';
import { markedId } from '../chats/peer.ts';
import type { Peers } from '../chats/peers.ts';
import type { ChatInviteUse } from '../models.ts';
import { toDate } from '../to-date.ts';
import { namedInvite } from './bot-join-request.ts';
import { type LiveEvent, toLiveEvent } from './live-event.ts';

/**
 * Who came in by a link, out of updateChannelParticipant and updateChatParticipant; `null` for any other change, any other
 * update and any other chat. Somebody who came by a request has an admin as the actor.
 */
export function botInviteUse(update: Api.TypeUpdate, chatId: string, peers: Peers): LiveEvent<ChatInviteUse> | null {
  if (!isMembership(update) || chatOf(update) !== chatId) return null;
  if (isPresent(update.prevParticipant) || !isPresent(update.newParticipant)) return null;
  const viaChatlist = update instanceof Api.UpdateChannelParticipant && update.viaChatlist === true;
  if (!update.invite && !viaChatlist) return null;
  const userId = fromLong(update.userId).toString();
  const actorId = fromLong(update.actorId).toString();
  const invite = namedInvite(update.invite, chatId);
  const approvedBy = actorId === userId ? null : actorId;
  return toLiveEvent(
    { chatId, userId, date: toDate(update.date), invite, approvedBy, viaChatlist },
    [chatId, userId, approvedBy, invite?.adminId],
    peers,
  );
}

/** Whether the update tells that this user stands differently in this chat now. */
export function isMembershipOf(update: Api.TypeUpdate, userId: string, chatId: string): boolean {
  return isMembership(update) && fromLong(update.userId).toString() === userId && chatOf(update) === chatId;
}

type Membership = Api.UpdateChannelParticipant | Api.UpdateChatParticipant;

function isMembership(update: Api.TypeUpdate): update is Membership {
  return update instanceof Api.UpdateChannelParticipant || update instanceof Api.UpdateChatParticipant;
}

function chatOf(update: Membership): string {
  return update instanceof Api.UpdateChannelParticipant
    ? markedId({ kind: 'CHANNEL', id: fromLong(update.channelId) })
    : markedId({ kind: 'BASIC_GROUP', id: fromLong(update.chatId) });
}

function isPresent(participant: Api.TypeChannelParticipant | Api.TypeChatParticipant | undefined): boolean {
  if (!participant || participant instanceof Api.ChannelParticipantLeft) return false;
  return !(participant instanceof Api.ChannelParticipantBanned && participant.left);
}
