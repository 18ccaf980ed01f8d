import { Api } from 'telegram';
import { type Chat, type Member, presentMembers } from '../world/chats.ts';
import { toLong } from './long.ts';
import { present } from './present.ts';
import { adminRights } from './view-chat.ts';

/** Someone who is in a basic group. */
export function viewGroupParticipant(chat: Chat, member: Member): Api.TypeChatParticipant {
  const userId = toLong(member.userId);
  if (member.standing === 'creator') return new Api.ChatParticipantCreator({ userId });
  const joined = { userId, inviterId: toLong(inviterOf(chat, member)), date: member.since };
  if (member.standing === 'admin') return new Api.ChatParticipantAdmin(joined);
  return new Api.ChatParticipant(joined);
}

/**
 * How somebody stands in a supergroup or channel, as `viewerId` is told; oneself is shown in forms of one's own. Who left
 * is not for this function: Telegram leaves the field out. `removedBy` is named where they were removed.
 */
export function viewChannelParticipant(
  viewerId: bigint,
  chat: Chat,
  member: Member,
  removedBy: bigint,
): Api.TypeChannelParticipant {
  const userId = toLong(member.userId);
  const self = member.userId === viewerId;
  const date = member.since;
  switch (member.standing) {
    case 'creator':
      return new Api.ChannelParticipantCreator({ userId, adminRights: adminRights(true, true) });
    case 'admin': {
      const promotedBy = toLong(creatorOf(chat) ?? member.userId);
      const own = self ? { self, inviterId: toLong(inviterOf(chat, member)) } : {};
      return new Api.ChannelParticipantAdmin({
        userId,
        promotedBy,
        date,
        adminRights: adminRights(false, member.mayInvite),
        ...own,
      });
    }
    case 'removed': {
      const bannedRights = new Api.ChatBannedRights({ viewMessages: true, untilDate: 0 });
      const peer = new Api.PeerUser({ userId });
      return new Api.ChannelParticipantBanned({ left: true, peer, kickedBy: toLong(removedBy), date, bannedRights });
    }
    default: {
      if (!self) return new Api.ChannelParticipant({ userId, date });
      const viaRequest = member.approvedBy !== null;
      const inviterId = toLong(inviterOf(chat, member));
      return new Api.ChannelParticipantSelf({ userId, inviterId, date, ...present({ viaRequest }) });
    }
  }
}

/** This world does not note who added whom: whoever came by no link counts as the creator's guest. */
function inviterOf(chat: Chat, member: Member): bigint {
  return member.invite?.adminId ?? creatorOf(chat) ?? member.userId;
}

function creatorOf(chat: Chat): bigint | null {
  return presentMembers(chat).find((other) => other.standing === 'creator')?.userId ?? null;
}
