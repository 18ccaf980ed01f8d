import { LRUCache } from 'lru-cache';
import { Api, fromLong } from '../../telegram/tl.ts';
import { referenceOf } from '../chats/entities.ts';
import { markedId } from '../chats/peer.ts';
import { upTo } from '../chats/up-to.ts';
import type { ExportedChatInvite } from '../models.ts';
import { toDate } from '../to-date.ts';
import { namedInvite } from './bot-join-request.ts';

/**
 * By which links people asked to join, as the bot accounts of the gateway were told: a user account, which lists who waits, is not told.
 * What was told while no connection stood is missing.
 */
export interface ToldRequests {
  note(update: Api.TypeUpdate): void;
  /** `null`: no bot was told of this request, or people came without a link. Another request of the same person has another date. */
  inviteOf(chatId: string, userId: string, date: Date): ExportedChatInvite | null;
}

/** Requests. The oldest go. */
const MOST_REQUESTS = 10_000;

export function createToldRequests(): ToldRequests {
  const invites = new LRUCache<string, { readonly at: number; readonly invite: ExportedChatInvite }>(
    upTo(MOST_REQUESTS),
  );
  return {
    note(update) {
      if (!(update instanceof Api.UpdateBotChatInviteRequester)) return;
      const chatId = markedId(referenceOf(update.peer));
      const invite = namedInvite(update.invite, chatId);
      if (invite) invites.set(`${chatId} ${fromLong(update.userId)}`, { at: toDate(update.date).getTime(), invite });
    },
    inviteOf(chatId, userId, date) {
      const told = invites.get(`${chatId} ${userId}`);
      return told?.at === date.getTime() ? told.invite : null;
    },
  };
}
