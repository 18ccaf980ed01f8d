import { type Api, fromLong } from '../../telegram/tl.ts';
import type { ChatInviteImporter } from '../models.ts';
import { toDate } from '../to-date.ts';

/** Telegram's ChatInviteImporter as ours. A flag that it leaves out is false; no bio and no approver are `null`. */
export function toChatInviteImporter(importer: Api.TypeChatInviteImporter): ChatInviteImporter {
  return {
    userId: fromLong(importer.userId).toString(),
    date: toDate(importer.date),
    requested: importer.requested === true,
    about: importer.about || null,
    approvedBy: importer.approvedBy ? fromLong(importer.approvedBy).toString() : null,
    viaChatlist: importer.viaChatlist === true,
  };
}
