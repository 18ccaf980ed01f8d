import { Api, fromLong } from '../../telegram/tl.ts';
import { referenceOf } from '../chats/entities.ts';
import { markedId } from '../chats/peer.ts';
import type { Peers } from '../chats/peers.ts';
import { toExportedChatInvite } from '../invites/exported-chat-invite.ts';
import type { ExportedChatInvite, JoinRequest } from '../models.ts';
import { toDate } from '../to-date.ts';
import { type LiveEvent, toLiveEvent } from './live-event.ts';

/** The request to join that updateBotChatInviteRequester tells of; `null` for any other update and any other chat. */
export function botJoinRequest(update: Api.TypeUpdate, chatId: string, peers: Peers): LiveEvent<JoinRequest> | null {
  if (!(update instanceof Api.UpdateBotChatInviteRequester)) return null;
  if (markedId(referenceOf(update.peer)) !== chatId) return null;
  const userId = fromLong(update.userId).toString();
  const invite = namedInvite(update.invite, chatId);
  return toLiveEvent(
    { chatId, userId, date: toDate(update.date), about: update.about || null, invite },
    [chatId, userId, invite?.adminId],
    peers,
  );
}

/** The link of an update; `null` where there is none, or a public chat's username took its place. */
export function namedInvite(invite: Api.TypeExportedChatInvite | undefined, chatId: string): ExportedChatInvite | null {
  const named = invite && toExportedChatInvite(invite, chatId);
  return named?.kind === 'EXPORTED_CHAT_INVITE' ? named : null;
}
