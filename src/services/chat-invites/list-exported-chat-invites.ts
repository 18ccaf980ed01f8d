import { Api } from '../../telegram/tl.ts';
import { resolveAdmin } from '../admin.ts';
import { inputPeer, knownUsers } from '../entities.ts';
import { toNamedInvite } from '../exported-chat-invite.ts';
import type { ExportedChatInvite, User } from '../models.ts';
import { checkFirst, type Page, type PageRequest, TELEGRAM_PAGE } from '../page.ts';
import { markedId } from '../peer.ts';
import { requireUserAccount } from '../require-user-account.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';

export interface ListExportedChatInvitesQuery extends PageRequest {
  /** Marked id. */
  readonly chatId: string;
  /** Telegram has two lists: links that work or have run out, and revoked ones. */
  readonly revoked: boolean;
  /** Whose links, as the frontend wrote it; `me` for the account's own. */
  readonly admin: string;
}

/** A page of links, with the people that Telegram told of in the same breath. */
export interface ExportedChatInvitesPage extends Page<ExportedChatInvite> {
  readonly users: readonly User[];
}

/** Where a page ends. Telegram wants both or neither: a date alone is a corrupt request. */
interface Offset {
  readonly date: number;
  readonly link: string;
  /** Rows up to here, this one included. */
  readonly walked: number;
}

/**
 * messages.getExportedChatInvites, newest first, by Telegram's pair of offsets. `first` over 100 walks several pages.
 * `BotMethodInvalidError` for a bot account, before any call.
 */
export async function listExportedChatInvites(
  { telegram, chats, peers, self, cursors }: ChatInvitesDeps,
  query: ListExportedChatInvitesQuery,
): Promise<ExportedChatInvitesPage> {
  checkFirst(query.first, ['first']);
  await requireUserAccount(self, 'A bot account cannot list links.');
  const chat = await chats.resolve(query.chatId, ['id']);
  const admin = await resolveAdmin(query.admin, ['admin'], { peers, self });
  const scope = ['exportedInvites', markedId(chat), admin.id, String(query.revoked)];
  let offset = query.after === null ? null : readOffset(cursors.open(query.after, scope, ['after']));

  const ask = async (limit: number) => {
    const answer = await telegram.invoke(
      new Api.messages.GetExportedChatInvites({
        peer: inputPeer(chat),
        adminId: admin.input,
        limit,
        ...(query.revoked && { revoked: true }),
        ...(offset && { offsetDate: offset.date, offsetLink: offset.link }),
      }),
    );
    peers.remember(answer);
    return answer;
  };

  const rows: { row: ExportedChatInvite; cursor: string }[] = [];
  const users: User[] = [];
  for (;;) {
    const limit = Math.min(query.first - rows.length, TELEGRAM_PAGE);
    const answer = await ask(limit);
    users.push(...knownUsers(answer.users));
    for (const invite of answer.invites) {
      const row = toNamedInvite(invite, markedId(chat));
      offset = { date: row.date.getTime() / 1000, link: row.link, walked: (offset?.walked ?? 0) + 1 };
      rows.push({ row, cursor: cursors.seal(scope, [String(offset.date), offset.link, String(offset.walked)]) });
    }
    const ended = answer.invites.length < limit;
    if (!ended && rows.length < query.first) continue;
    return {
      rows,
      users,
      totalCount: answer.count,
      hasNextPage: !ended && (offset?.walked ?? 0) < answer.count,
    };
  }
}

function readOffset([date = '0', link = '', walked = '0']: readonly string[]): Offset {
  return { date: Number(date), link, walked: Number(walked) };
}
