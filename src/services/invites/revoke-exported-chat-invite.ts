import { Api } from '../../telegram/tl.ts';
import { inputPeer } from '../chats/entities.ts';
import { markedId, namedChat } from '../chats/peer.ts';
import { GatewayError, isPassingTrouble, orGatewayError } from '../errors/errors.ts';
import { parsed, refuse } from '../errors/refuse.ts';
import { InviteHashExpiredError } from '../errors/telegram-errors.ts';
import { inviteUrl } from '../invite-link.ts';
import type { ExportedChatInvite, ExportedChatInviteReplaced } from '../models.ts';
import { type Attempt, certainly } from '../once/certain.ts';
import { type ChatInvitesDeps, PEER_PATH } from './chat-invites-deps.ts';
import { toNamedInvite } from './exported-chat-invite.ts';
import { readExportedChatInvite } from './get-exported-chat-invite.ts';
import { getFullChat } from './get-full-chat.ts';

/** A link of a chat, as a mutation's input names it. */
export interface NamedLink {
  /** As the frontend wrote it. */
  readonly peer: string;
  /** The hash. */
  readonly link: string;
}

/**
 * messages.editExportedChatInvite with `revoked`, which Telegram wants alone. A user account reads the link before it sends:
 * a link that is revoked already is refused as Telegram would (`InviteHashExpiredError`), so that a revoked one
 * tells, when the answer is lost, that it was done. Where the link cannot be read just then, or by a bot account, a lost
 * answer is UNKNOWN.
 */
export async function revokeExportedChatInvite(
  deps: ChatInvitesDeps,
  { peer, link }: NamedLink,
  attempt: Attempt,
): Promise<ExportedChatInvite | ExportedChatInviteReplaced> {
  const { chats, peers, self, claims } = deps;
  const named = parsed(() => namedChat(peer, PEER_PATH));
  refuse([...named.broken, ...attempt.broken]);
  const chat = await chats.find(named.value());
  const me = await self();
  const canLook = !me.isBot && (attempt.earlier.length > 0 || (await wasLive()));

  /** Whether it is known that the link is live. A link that is to be revoked does not wait until it can be read. */
  async function wasLive(): Promise<boolean> {
    const invite = await orGatewayError(readExportedChatInvite(deps, chat, link));
    if (isPassingTrouble(invite)) return false;
    if (invite instanceof GatewayError) throw invite;
    if (invite.revoked) throw new InviteHashExpiredError({ detail: 'This link is revoked already.' });
    return true;
  }

  /**
   * The new primary link is the caller's: a request that replaces the primary must not take it for its own. Where it has been given
   * to somebody else, the revoked link is answered alone.
   */
  async function replaced(invite: ExportedChatInvite, newInvite: ExportedChatInvite) {
    const isOurs = await claims.receive(newInvite.link, attempt.claimant);
    return isOurs ? ({ kind: 'EXPORTED_CHAT_INVITE_REPLACED', invite, newInvite } as const) : invite;
  }

  async function look(): Promise<ExportedChatInvite | ExportedChatInviteReplaced | null> {
    const invite = await readExportedChatInvite(deps, chat, link);
    if (!invite.revoked) return null;
    // Of another admin's primary link Telegram does not tell what is in its place.
    const primary =
      invite.permanent && invite.adminId === me.id ? (await getFullChat(deps, chat)).permanentInvite : null;
    return primary ? replaced(invite, primary) : invite;
  }

  return certainly<Api.messages.EditExportedChatInvite, ExportedChatInvite | ExportedChatInviteReplaced>(
    deps,
    attempt,
    {
      request: new Api.messages.EditExportedChatInvite({ peer: inputPeer(chat), link: inviteUrl(link), revoked: true }),
      async read(answer) {
        peers.remember(answer);
        const invite = toNamedInvite(answer.invite, markedId(chat));
        if (!(answer instanceof Api.messages.ExportedChatInviteReplaced)) return invite;
        return replaced(invite, toNamedInvite(answer.newInvite, markedId(chat)));
      },
      ...(canLook && { look }),
    },
  );
}
