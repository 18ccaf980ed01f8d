import { Api } from 'telegram';
import type { BotEvent, BotUpdate, JoinRequestMade } from '../world/bot-updates.ts';
import { type Chat, chatOf, isIn, type Member } from '../world/chats.ts';
import type { MembershipChanged } from '../world/events.ts';
import type { Invite } from '../world/invites.ts';
import { userOf } from '../world/users.ts';
import type { World } from '../world.ts';
import { toLong } from './long.ts';
import { present } from './present.ts';
import { viewChat, viewPeer } from './view-chat.ts';
import { viewPartialInvite } from './view-invite.ts';
import { viewChannelParticipant, viewGroupParticipant } from './view-participant.ts';
import { viewUser } from './view-user.ts';

/** What happened, with everybody and every chat that it names, in the bot's own view. */
interface BotUpdatesView {
  readonly updates: Api.TypeUpdate[];
  readonly users: Api.TypeUser[];
  readonly chats: Api.TypeChat[];
}

/** The same for one that is pushed and for many that were missed. */
export function viewBotUpdates(world: World, botId: bigint, missed: readonly BotUpdate[]): BotUpdatesView {
  const users = new Set<bigint>();
  const chats = new Set<Chat>();
  const updates = missed.map(({ qts, event }) => {
    const chat = chatOf(world, event.chatId);
    chats.add(chat);
    for (const id of namedIn(event)) users.add(id);
    return event.kind === 'joinRequestsChanged'
      ? viewRequester(botId, chat, event, qts)
      : viewMembership(botId, chat, event, qts);
  });
  return {
    updates,
    users: [...users].map((id) => viewUser(world, botId, userOf(world, id))),
    chats: [...chats].map((chat) => viewChat(world, botId, chat)),
  };
}

function namedIn(event: BotEvent): bigint[] {
  if (event.kind === 'membershipChanged') return [event.userId, event.actorId, ...adminOf(event.invite)];
  return [event.made.userId, ...adminOf(event.made.invite)];
}

function adminOf(invite: Invite | null): bigint[] {
  return invite ? [invite.adminId] : [];
}

function viewRequester(botId: bigint, chat: Chat, { made }: JoinRequestMade, qts: number): Api.TypeUpdate {
  return new Api.UpdateBotChatInviteRequester({
    peer: viewPeer(chat),
    date: made.date,
    userId: toLong(made.userId),
    about: made.about,
    invite: made.invite ? viewPartialInvite(botId, made.invite) : new Api.ChatInvitePublicJoinRequests(),
    qts,
  });
}

/** Basic groups and channels have an update each. A participant that is left out was, or is, not in the chat. */
function viewMembership(botId: bigint, chat: Chat, event: MembershipChanged, qts: number): Api.TypeUpdate {
  const { date, previous, current } = event;
  const told = {
    date,
    actorId: toLong(event.actorId),
    userId: toLong(event.userId),
    qts,
    ...present({ invite: inviteOf(botId, event) }),
  };
  if (chat.kind === 'group') {
    const view = (member: Member | null) => (member && isIn(member) ? viewGroupParticipant(chat, member) : null);
    const participants = present({ prevParticipant: view(previous), newParticipant: view(current) });
    return new Api.UpdateChatParticipant({ chatId: toLong(chat.id), ...told, ...participants });
  }
  const view = (member: Member | null) =>
    member && member.standing !== 'left' ? viewChannelParticipant(botId, chat, member, event.actorId) : null;
  const participants = present({ prevParticipant: view(previous), newParticipant: view(current) });
  return new Api.UpdateChannelParticipant({ channelId: toLong(chat.id), ...told, ...participants });
}

/** The link they came by; the stand-in where an approved request to a public chat came by none. */
function inviteOf(botId: bigint, { previous, current, invite }: MembershipChanged): Api.TypeExportedChatInvite | null {
  if (invite) return viewPartialInvite(botId, invite);
  const cameIn = isIn(current) && !(previous && isIn(previous));
  return cameIn && current.approvedBy !== null ? new Api.ChatInvitePublicJoinRequests() : null;
}
