import { Api } from '../../telegram/tl.ts';
import { requireAccountFor } from '../account/require-account.ts';
import { inputPeer } from '../chats/entities.ts';
import { markedId, namedPeer } from '../chats/peer.ts';
import { findPerson, parsePerson } from '../chats/person.ts';
import { AdminIdInvalidError } from '../errors/telegram-errors.ts';
import type { DeletedRevokedExportedChatInvites } from '../models.ts';
import { type ChatInvitesDeps, PEER_PATH } from './chat-invites-deps.ts';
import { parsed, refuse } from './invite-rules.ts';

export interface DeleteRevokedExportedChatInvitesInput {
  /** As the frontend wrote it. */
  readonly peer: string;
  /** Whose links, as the frontend wrote it; `me` for the account's own. */
  readonly admin: string;
}

const ADMIN_PATH = ['input', 'admin'];

/** messages.deleteRevokedExportedChatInvites. Telegram does not say how many there were. */
export async function deleteRevokedExportedChatInvites(
  { telegram, chats, peers, self }: ChatInvitesDeps,
  input: DeleteRevokedExportedChatInvitesInput,
): Promise<DeletedRevokedExportedChatInvites> {
  const peer = parsed(() => namedPeer(input.peer, PEER_PATH));
  const named = parsed(() => parsePerson(input.admin, ADMIN_PATH, AdminIdInvalidError));
  refuse([...peer.broken, ...named.broken]);
  await requireAccountFor(
    Api.messages.DeleteRevokedExportedChatInvites,
    self,
    'A bot account can revoke links but not delete them.',
  );
  const chat = await chats.find(peer.value());
  const admin = await findPerson(named.value(), { peers, self });
  await telegram.invoke(
    new Api.messages.DeleteRevokedExportedChatInvites({ peer: inputPeer(chat), adminId: admin.input }),
  );
  return { chatId: markedId(chat), adminId: admin.user.id };
}
