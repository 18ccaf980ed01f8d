import { Api } from '../../telegram/tl.ts';
import { inputPeer } from '../entities.ts';
import { toNamedInvite } from '../exported-chat-invite.ts';
import { inviteUrl } from '../invite-link.ts';
import type { ExportedChatInvite, ExportedChatInviteReplaced } from '../models.ts';
import { markedId } from '../peer.ts';
import { type ChatInvitesDeps, PEER_PATH } from './chat-invites-deps.ts';

/** A link of a chat, as a mutation's input names it. */
export interface NamedLink {
  /** As the frontend wrote it. */
  readonly peer: string;
  /** The hash. */
  readonly link: string;
}

/** messages.editExportedChatInvite with `revoked`, which Telegram wants alone. */
export async function revokeExportedChatInvite(
  { telegram, chats, peers }: ChatInvitesDeps,
  { peer, link }: NamedLink,
): Promise<ExportedChatInvite | ExportedChatInviteReplaced> {
  const chat = await chats.resolve(peer, PEER_PATH);
  const answer = await telegram.invoke(
    new Api.messages.EditExportedChatInvite({ peer: inputPeer(chat), link: inviteUrl(link), revoked: true }),
  );
  peers.remember(answer);
  const invite = toNamedInvite(answer.invite, markedId(chat));
  if (!(answer instanceof Api.messages.ExportedChatInviteReplaced)) return invite;
  return {
    kind: 'EXPORTED_CHAT_INVITE_REPLACED',
    invite,
    newInvite: toNamedInvite(answer.newInvite, markedId(chat)),
  };
}
