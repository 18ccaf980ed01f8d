import { Api } from '../../telegram/tl.ts';
import { requireAccountFor } from '../account/require-account.ts';
import { inputPeer } from '../chats/entities.ts';
import { markedId, namedChat } from '../chats/peer.ts';
import type { ChatAddress } from '../chats/peers.ts';
import { inviteUrl } from '../invite-link.ts';
import type { ExportedChatInvite } from '../models.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';
import { toNamedInvite } from './exported-chat-invite.ts';

/** The link of a chat by its hash. `BotMethodInvalidError` for a bot account, before any call. */
export async function getExportedChatInvite(
  deps: ChatInvitesDeps,
  chatId: string,
  hash: string,
): Promise<ExportedChatInvite> {
  await requireAccountFor(Api.messages.GetExportedChatInvite, deps.self, 'A bot account cannot read a link again.');
  return readExportedChatInvite(deps, await deps.chats.find(namedChat(chatId, ['id'])), hash);
}

/** messages.getExportedChatInvite, for user accounts. */
export async function readExportedChatInvite(
  { telegram, peers }: ChatInvitesDeps,
  chat: ChatAddress,
  hash: string,
): Promise<ExportedChatInvite> {
  const answer = await telegram.invoke(
    new Api.messages.GetExportedChatInvite({ peer: inputPeer(chat), link: inviteUrl(hash) }),
  );
  peers.remember(answer);
  return toNamedInvite(answer.invite, markedId(chat));
}
