import { Api, fromLong } from '../../telegram/tl.ts';
import { requireAccountFor } from '../account/require-account.ts';
import { inputPeer, knownUsers } from '../chats/entities.ts';
import { namedChat } from '../chats/peer.ts';
import type { ChatAdminWithInvites, User } from '../models.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';

/** Admins and their counts, with the people that Telegram told of in the same breath. */
export interface AdminsWithInvites {
  readonly admins: readonly ChatAdminWithInvites[];
  readonly users: readonly User[];
}

/** messages.getAdminsWithInvites: for the owner of the chat alone. `BotMethodInvalidError` for a bot account, before any call. */
export async function getAdminsWithInvites(
  { telegram, chats, peers, self }: ChatInvitesDeps,
  chatId: string,
): Promise<AdminsWithInvites> {
  await requireAccountFor(Api.messages.GetAdminsWithInvites, self, 'A bot account cannot list admins and their links.');
  const chat = await chats.find(namedChat(chatId, ['id']));
  const answer = await telegram.invoke(new Api.messages.GetAdminsWithInvites({ peer: inputPeer(chat) }));
  peers.remember(answer);
  return {
    admins: answer.admins.map((admin) => ({
      adminId: fromLong(admin.adminId).toString(),
      invitesCount: admin.invitesCount,
      revokedInvitesCount: admin.revokedInvitesCount,
    })),
    users: knownUsers(answer.users),
  };
}
