import { Api } from '../../telegram/tl.ts';
import { type Attempt, certainly } from '../certain.ts';
import { knownChat } from '../entities.ts';
import { TelegramError, TelegramUnavailableError } from '../errors.ts';
import { inviteUrl } from '../invite-link.ts';
import type { ChatJoined, JoinRequestSent } from '../models.ts';
import { requireUserAccount } from '../require-user-account.ts';
import { InviteRequestSentError, JoinGuardTimeoutError, UserAlreadyParticipantError } from '../telegram-errors.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';
import { checkChatInvite } from './check-chat-invite.ts';

export interface ImportChatInviteInput {
  /** The hash. */
  readonly link: string;
}

/**
 * messages.importChatInvite, which takes the hash alone. Where an admin has to approve, Telegram answers with an error that
 * is none. When the answer is lost it is sent again, and who is a member by then has joined. `BotMethodInvalidError` for a
 * bot account, before any call.
 */
export async function importChatInvite(
  deps: ChatInvitesDeps,
  { link: hash }: ImportChatInviteInput,
  attempt: Attempt,
): Promise<ChatJoined | JoinRequestSent> {
  await requireUserAccount(deps.self, 'A bot account cannot join by a link: an admin has to add it.');
  return certainly<ChatJoined | JoinRequestSent>(attempt, deps.clock, {
    async send(isRepeat) {
      try {
        return await join(deps, hash);
      } catch (error) {
        if (error instanceof InviteRequestSentError || error instanceof JoinGuardTimeoutError) {
          return { kind: 'JOIN_REQUEST_SENT', link: inviteUrl(hash) };
        }
        const joined = isRepeat && error instanceof TelegramError ? await joinedBefore(deps, hash) : null;
        if (joined) return joined;
        if (!(error instanceof UserAlreadyParticipantError)) throw error;
        throw new UserAlreadyParticipantError({
          code: error.code,
          detail: 'The user is this account itself; checkChatInvite answers the chat.',
        });
      }
    },
  });
}

async function join({ telegram, peers }: ChatInvitesDeps, hash: string): Promise<ChatJoined> {
  const answer = await telegram.invoke(new Api.messages.ImportChatInvite({ hash }));
  const came = 'chats' in answer ? answer : { chats: [] };
  peers.remember(came);
  // The chat that was joined is the one that comes along.
  const [joined] = came.chats.flatMap((chat) => knownChat(chat) ?? []);
  // TDLib takes an answer without a chat for a failure, too.
  if (!joined) throw new TelegramUnavailableError('Telegram did not say which chat this link led into.', 'UNKNOWN');
  return { kind: 'CHAT_JOINED', chat: joined.chat };
}

/** The chat, if the account is in it; `null` also when Telegram does not show it. A look that fails otherwise throws. */
async function joinedBefore(deps: ChatInvitesDeps, hash: string): Promise<ChatJoined | null> {
  try {
    const seen = await checkChatInvite(deps, hash);
    return seen.kind === 'CHAT_INVITE_ALREADY' ? { kind: 'CHAT_JOINED', chat: seen.chat } : null;
  } catch (error) {
    if (error instanceof TelegramError) return null;
    throw error;
  }
}
