import { RpcError } from '../rpc-error.ts';
import { now, type World } from '../world.ts';
import { type Chat, canInvite } from './chats.ts';
import { checkLimits, cutTitle } from './invite-limits.ts';
import { requireInvite } from './invite-rights.ts';
import { type EditParameters, type Invite, replacePrimaryInvite } from './invites.ts';
import { type User, userOf } from './users.ts';

/** The link after the change and, where it was a primary that was revoked, the one that took its place. */
export interface EditedInvite {
  readonly invite: Invite;
  readonly replacement: Invite | null;
}

/**
 * What editExportedChatInvite does for an account that reached the chat, or RpcError as Telegram names it. Where no
 * source tells what Telegram answers, the choice made here says "assumed".
 */
export function editInvite(world: World, chat: Chat, caller: User, link: string, asked: EditParameters): EditedInvite {
  const invite = requireInvite(world, chat, caller.id, link);
  // Assumed: that a person cannot edit a bot's link holds for revoking it as well, it being the same method.
  if (!caller.isBot && userOf(world, invite.adminId).isBot) throw new RpcError(403, 'EDIT_BOT_INVITE_FORBIDDEN');
  if (invite.revoked) throw new RpcError(400, 'INVITE_HASH_EXPIRED');
  // Assumed: sent together with other fields, the flag wins and they are ignored.
  if (asked.revoked) return revoke(world, chat, invite);
  if (isEmpty(asked)) return { invite, replacement: null };
  if (invite.permanent) throw new RpcError(400, 'CHAT_INVITE_PERMANENT');
  if (invite.subscriptionPricing) checkPaid(asked);
  change(world, invite, asked);
  return { invite, replacement: null };
}

/** A primary is replaced at once. Who may no longer invite is not given another one. */
function revoke(world: World, chat: Chat, invite: Invite): EditedInvite {
  invite.revoked = true;
  const replaced = invite.permanent && canInvite(chat, invite.adminId);
  return { invite, replacement: replaced ? replacePrimaryInvite(world, chat, invite.adminId) : null };
}

/** Assumed: a call that names nothing to change is answered with the link as it is. */
function isEmpty(asked: EditParameters): boolean {
  const { expireDate, usageLimit, requestNeeded, title } = asked;
  return expireDate === null && usageLimit === null && requestNeeded === null && title === null;
}

/** A paid link keeps everything but its title. Assumed: the server names the field too many, as when one is made. */
function checkPaid(asked: EditParameters): void {
  if (asked.expireDate !== null) throw new RpcError(400, 'EXPIRE_DATE_INVALID');
  if (asked.usageLimit !== null) throw new RpcError(400, 'USAGE_LIMIT_INVALID');
  if (asked.requestNeeded !== null) throw new RpcError(400, 'PRICING_CHAT_INVALID');
}

/** What is not sent stays; 0 and the empty title clear. An expiry that has passed may stay where another field changes. */
function change(world: World, invite: Invite, asked: EditParameters): void {
  const usageLimit = asked.usageLimit === null ? invite.usageLimit : asked.usageLimit || null;
  const requestNeeded = asked.requestNeeded ?? invite.requestNeeded;
  checkLimits(world, { expireDate: asked.expireDate || null, usageLimit, requestNeeded });
  if (asked.expireDate !== null) invite.expireDate = asked.expireDate || null;
  if (asked.title !== null) invite.title = cutTitle(asked.title);
  invite.usageLimit = usageLimit;
  invite.requestNeeded = requestNeeded;
  invite.startDate = now(world);
}
