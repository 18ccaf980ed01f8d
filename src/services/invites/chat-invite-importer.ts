import { type Api, fromLong } from '../../telegram/tl.ts';
import type { ToldRequests } from '../live/told-requests.ts';
import type { ChatInviteImporter, JoinRequest } from '../models.ts';
import { toDate } from '../to-date.ts';

/** Telegram's ChatInviteImporter as ours. A flag that it leaves out is false; no approver is `null`. */
export function toChatInviteImporter(importer: Api.TypeChatInviteImporter): ChatInviteImporter {
  return {
    userId: fromLong(importer.userId).toString(),
    date: toDate(importer.date),
    approvedBy: importer.approvedBy ? fromLong(importer.approvedBy).toString() : null,
    viaChatlist: importer.viaChatlist === true,
  };
}

/** The same of somebody who waits. Where the link is not known, a bot account may have been told. */
export function toJoinRequest(
  { userId: id, date: seconds, about }: Api.TypeChatInviteImporter,
  chatId: string,
  invite: JoinRequest['invite'],
  told: ToldRequests,
): JoinRequest {
  const userId = fromLong(id).toString();
  const date = toDate(seconds);
  return { chatId, userId, date, about: about || null, invite: invite ?? told.inviteOf(chatId, userId, date) };
}
