import { Api } from '../../telegram/tl.ts';
import { requireAccountFor } from '../account/require-account.ts';
import { inputPeer } from '../chats/entities.ts';
import { markedId, namedChat } from '../chats/peer.ts';
import { findPerson, parsePerson } from '../chats/person.ts';
import { parsed, refuse } from '../errors/refuse.ts';
import { AdminIdInvalidError } from '../errors/telegram-errors.ts';
import type { DeletedRevokedExportedChatInvites } from '../models.ts';
import { type Attempt, certainly } from '../once/certain.ts';
import { type ChatInvitesDeps, PEER_PATH } from './chat-invites-deps.ts';

export interface DeleteRevokedExportedChatInvitesInput {
  /** As the frontend wrote it. */
  readonly peer: string;
  /** Whose links, as the frontend wrote it; `me` for the account's own. */
  readonly admin: string;
}

const ADMIN_PATH = ['input', 'admin'];

/**
 * messages.deleteRevokedExportedChatInvites. Telegram does not say how many there were. When the answer is lost, an empty list of
 * revoked links tells that they are gone. `BotMethodInvalidError` for a bot account, before any call.
 */
export async function deleteRevokedExportedChatInvites(
  deps: ChatInvitesDeps,
  input: DeleteRevokedExportedChatInvitesInput,
  attempt: Attempt,
): Promise<DeletedRevokedExportedChatInvites> {
  const { telegram, chats, peers, self } = deps;
  const peer = parsed(() => namedChat(input.peer, PEER_PATH));
  const person = parsed(() => parsePerson(input.admin, ADMIN_PATH, AdminIdInvalidError));
  refuse([...peer.broken, ...person.broken, ...attempt.broken]);
  await requireAccountFor(
    Api.messages.DeleteRevokedExportedChatInvites,
    self,
    'A bot account can revoke links but not delete them.',
  );
  const chat = await chats.find(peer.value());
  const admin = await findPerson(person.value(), { peers, self });
  const named = { peer: inputPeer(chat), adminId: admin.input };
  const deleted = { chatId: markedId(chat), adminId: admin.user.id };
  return certainly<Api.messages.DeleteRevokedExportedChatInvites, DeletedRevokedExportedChatInvites>(deps, attempt, {
    request: new Api.messages.DeleteRevokedExportedChatInvites(named),
    read: async () => deleted,
    async look() {
      const list = new Api.messages.GetExportedChatInvites({ ...named, revoked: true, limit: 1 });
      const { invites } = await telegram.invoke(list);
      return invites.length === 0 ? deleted : null;
    },
  });
}
