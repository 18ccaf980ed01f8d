import { Api } from '../../telegram/tl.ts';
import { requireAccountFor } from '../account/require-account.ts';
import { inputPeer, knownUsers } from '../chats/entities.ts';
import { markedId, namedChat } from '../chats/peer.ts';
import { findPerson, parsePerson } from '../chats/person.ts';
import { parsed, refuse } from '../errors/refuse.ts';
import { AdminIdInvalidError } from '../errors/telegram-errors.ts';
import type { ExportedChatInvite } from '../models.ts';
import { brokenFirst, type Page, type PageRequest, readPage } from '../page/page.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';
import { toNamedInvite } from './exported-chat-invite.ts';

export interface ListExportedChatInvitesQuery extends PageRequest {
  /** Marked id. */
  readonly chatId: string;
  /** Telegram has two lists: links that work or have run out, and revoked ones. */
  readonly revoked: boolean;
  /** Whose links, as the frontend wrote it; `me` for the account's own. */
  readonly admin: string;
}

/**
 * messages.getExportedChatInvites, newest first, by Telegram's pair of offsets: date and link.
 * `BotMethodInvalidError` for a bot account, before any call.
 */
export async function listExportedChatInvites(
  { telegram, chats, peers, self, cursors }: ChatInvitesDeps,
  query: ListExportedChatInvitesQuery,
): Promise<Page<ExportedChatInvite>> {
  const person = parsed(() => parsePerson(query.admin, ['admin'], AdminIdInvalidError));
  refuse([...brokenFirst(query.first), ...person.broken]);
  await requireAccountFor(Api.messages.GetExportedChatInvites, self, 'A bot account cannot list links.');
  const chat = await chats.find(namedChat(query.chatId, ['id']));
  const admin = await findPerson(person.value(), { peers, self });
  return readPage(cursors, query, {
    scope: ['exportedInvites', markedId(chat), admin.user.id, String(query.revoked)],
    async ask(behind, limit) {
      const answer = await telegram.invoke(
        new Api.messages.GetExportedChatInvites({
          peer: inputPeer(chat),
          adminId: admin.input,
          limit,
          ...(query.revoked && { revoked: true }),
          ...(behind && { offsetDate: Number(behind[0]), offsetLink: behind[1] ?? '' }),
        }),
      );
      peers.remember(answer);
      const rows = answer.invites.map((invite) => {
        const row = toNamedInvite(invite, markedId(chat));
        return { row, place: [String(row.date.getTime() / 1000), row.link] };
      });
      return { count: answer.count, rows, users: knownUsers(answer.users) };
    },
  });
}
