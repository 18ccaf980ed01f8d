import { type Api, fromLong } from '../../telegram/tl.ts';
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

/** The same of somebody who waits. */
export function toJoinRequest(
  { userId, date, about }: Api.TypeChatInviteImporter,
  chatId: string,
  invite: JoinRequest['invite'],
): JoinRequest {
  return { chatId, userId: fromLong(userId).toString(), date: toDate(date), about: about || null, invite };
}
