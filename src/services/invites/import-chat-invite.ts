import { Api } from '../../telegram/tl.ts';
import { requireAccountFor } from '../account/require-account.ts';
import { knownChat } from '../chats/entities.ts';
import { aboutField, PeerNotFoundError, TelegramUnavailableError } from '../errors/errors.ts';
import { refuse } from '../errors/refuse.ts';
import {
  InviteRequestSentError,
  JoinGuardTimeoutError,
  UserAlreadyParticipantError,
} from '../errors/telegram-errors.ts';
import { inviteUrl } from '../invite-link.ts';
import type { ChatJoined, JoinRequestSent } from '../models.ts';
import { type Attempt, certainly } from '../once/certain.ts';
import type { ChatInvitesDeps } from './chat-invites-deps.ts';
import { checkChatInvite } from './check-chat-invite.ts';
import { cameBy, memberSince, noteArrival } from './member-since.ts';

export interface ImportChatInviteInput {
  /** The hash. */
  readonly link: string;
}

const LINK_PATH = ['input', 'link'];

/**
 * messages.importChatInvite, which takes the hash alone. Where an admin has to approve, Telegram answers with an error that
 * is none. When the answer is lost, the account has joined by this request if it is a member since then.
 * `BotMethodInvalidError` for a bot account, before any call.
 */
export async function importChatInvite(
  deps: ChatInvitesDeps,
  { link: hash }: ImportChatInviteInput,
  attempt: Attempt,
): Promise<ChatJoined | JoinRequestSent> {
  const { peers, self, checked } = deps;
  refuse(attempt.broken);
  await requireAccountFor(
    Api.messages.ImportChatInvite,
    self,
    'A bot account cannot join by a link: an admin has to add it.',
  );
  return certainly<Api.messages.ImportChatInvite, ChatJoined | JoinRequestSent>(deps, attempt, {
    request: new Api.messages.ImportChatInvite({ hash }),
    async read(answer) {
      const came = 'chats' in answer ? answer : { chats: [] };
      peers.remember(came);
      // The chat that was joined is the one that comes along.
      const [joined] = came.chats.flatMap((chat) => knownChat(chat) ?? []);
      // TDLib takes an answer without a chat for a failure, too.
      if (!joined) {
        const cause = 'Telegram did not say which chat this link led into.';
        throw new TelegramUnavailableError(cause, 'UNKNOWN', null, { isOver: true });
      }
      await noteArrival(deps, attempt.claimant, answer, { userId: (await self()).id, chatId: joined.chat.id });
      return { kind: 'CHAT_JOINED', chat: joined.chat };
    },
    refusal(error) {
      if (error instanceof InviteRequestSentError || error instanceof JoinGuardTimeoutError) {
        return { kind: 'JOIN_REQUEST_SENT', link: inviteUrl(hash) };
      }
      if (!(error instanceof UserAlreadyParticipantError)) throw aboutField(error, LINK_PATH);
      throw new UserAlreadyParticipantError({
        telegramCode: error.telegramCode,
        detail: 'The user is this account itself; checkChatInvite answers the chat.',
      });
    },
    async look(sendings, isOver) {
      checked.forget(hash);
      const seen = await checkChatInvite(deps, hash);
      // An admin may have declined a first request to join: a second one would be another.
      if (seen.kind === 'CHAT_INVITE' && seen.requestNeeded && !isOver) {
        throw new TelegramUnavailableError('Telegram does not show whether the account asks to be let in.', 'UNKNOWN');
      }
      if (seen.kind !== 'CHAT_INVITE_ALREADY') return null;
      const chat = peers.known(seen.chat.id);
      if (!chat || chat.kind === 'USER')
        throw new PeerNotFoundError('The chat that Telegram has just shown is not known.');
      const { id } = await self();
      const since = await memberSince(deps, chat, { id, input: new Api.InputPeerSelf() });
      // Who was a member before did not join by this request.
      const arrival = { userId: id, chatId: seen.chat.id, since };
      const hasJoined = await cameBy(deps, { sendings, isOver, claimant: attempt.claimant }, arrival);
      return hasJoined ? { kind: 'CHAT_JOINED', chat: seen.chat } : null;
    },
  });
}
