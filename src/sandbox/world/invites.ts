import { now, type World } from '../world.ts';
import { type Chat, markedIdOf } from './chats.ts';

export interface SubscriptionPricing {
  /** Seconds. */
  readonly period: number;
  /** Telegram Stars for one period. */
  readonly amount: bigint;
}

/** What messages.exportChatInvite carries beside its peer. `null`: the field was not sent. */
export interface ExportParameters {
  readonly legacyRevokePermanent: boolean;
  readonly requestNeeded: boolean;
  /** Unix seconds. */
  readonly expireDate: number | null;
  readonly usageLimit: number | null;
  readonly title: string | null;
  readonly subscriptionPricing: SubscriptionPricing | null;
}

/** One call of messages.exportChatInvite as it was sent, kept for tests to look at. */
export interface ExportRequest extends ExportParameters {
  readonly userId: bigint;
  /** Marked id of the chat asked for; `null` where the peer was no chat of this world. */
  readonly chatId: bigint | null;
  /** The link it made; `null` when it was refused. */
  readonly invite: Invite | null;
}

/** What messages.editExportedChatInvite carries beside its peer and link. `null`: the field was not sent. */
export interface EditParameters {
  readonly revoked: boolean;
  /** Unix seconds; 0 clears it. */
  readonly expireDate: number | null;
  /** 0 clears it. */
  readonly usageLimit: number | null;
  readonly requestNeeded: boolean | null;
  /** The empty one clears it. */
  readonly title: string | null;
}

/** One call of messages.editExportedChatInvite as it was sent, kept for tests to look at. */
export interface EditRequest extends EditParameters {
  readonly userId: bigint;
  /** Marked id of the chat asked for; `null` where the peer was no chat of this world. */
  readonly chatId: bigint | null;
  /** As it was sent, whether or not there is such a link. */
  readonly link: string;
  /** The link it changed; `null` when it was refused. */
  readonly invite: Invite | null;
}

export interface Invite {
  /** `https://t.me/+HASH`. */
  readonly link: string;
  readonly hash: string;
  /** Marked. */
  readonly chatId: bigint;
  readonly adminId: bigint;
  /** Unix seconds, as all dates here. */
  readonly date: number;
  /** When it was last edited; `null`: never. */
  startDate: number | null;
  expireDate: number | null;
  usageLimit: number | null;
  /** Who is in the chat by it now. */
  usage: number;
  /** Requests that came by it and wait. */
  requested: number;
  /** Who left because what they paid for it had run out. */
  subscriptionExpired: number;
  title: string | null;
  /** Its admin's primary link. A replaced one keeps the mark and is revoked as well. */
  readonly permanent: boolean;
  revoked: boolean;
  /** Gone for every method; kept here so that a page which ended at it is followed by the next one. */
  deleted: boolean;
  requestNeeded: boolean;
  readonly subscriptionPricing: SubscriptionPricing | null;
}

/** 16 characters of base64url. Never digits alone: `t.me/+4912345` is a phone number's link. */
function newHash(world: World): string {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const hash = world.random(12).toString('base64url');
    if (/[^0-9]/.test(hash) && !world.invitesByHash.has(hash)) return hash;
  }
  throw new Error('the random source gives no new bytes, so no new link can be made');
}

/** Makes a link without asking whether it may be made; the rules are in export-invite.ts. */
export function addInvite(
  world: World,
  chat: Chat,
  adminId: bigint,
  fields: Partial<Omit<Invite, 'link' | 'hash' | 'chatId' | 'adminId'>> = {},
): Invite {
  const hash = newHash(world);
  const invite: Invite = {
    link: `https://t.me/+${hash}`,
    hash,
    chatId: markedIdOf(chat),
    adminId,
    date: now(world),
    startDate: null,
    expireDate: null,
    usageLimit: null,
    usage: 0,
    requested: 0,
    subscriptionExpired: 0,
    title: null,
    permanent: false,
    revoked: false,
    deleted: false,
    requestNeeded: false,
    subscriptionPricing: null,
    ...fields,
  };
  world.invites.push(invite);
  world.invitesByHash.set(hash, invite);
  return invite;
}

/** The admin's one primary link in this chat; `null` for a bot that has not made one and for who may not invite. */
export function primaryInvite(world: World, chat: Chat, adminId: bigint): Invite | null {
  const chatId = markedIdOf(chat);
  const isPrimary = (invite: Invite) =>
    invite.permanent && !invite.revoked && invite.adminId === adminId && invite.chatId === chatId;
  return world.invites.find(isPrimary) ?? null;
}

/** The primary an administrator has already, or a new one of this date, in Unix seconds. */
export function givePrimaryInvite(world: World, chat: Chat, adminId: bigint, date: number): Invite {
  return primaryInvite(world, chat, adminId) ?? addInvite(world, chat, adminId, { permanent: true, date });
}

/** The old primary stays, revoked; nobody comes in by it any more. */
export function replacePrimaryInvite(world: World, chat: Chat, adminId: bigint): Invite {
  const old = primaryInvite(world, chat, adminId);
  if (old) old.revoked = true;
  return addInvite(world, chat, adminId, { permanent: true });
}

/**
 * The link of this chat that was not deleted, named by its URL in any of the forms core.telegram.org/api/links gives. The hash is compared
 * as it is: its case matters.
 */
export function findInvite(world: World, chat: Chat, link: string): Invite | null {
  const hash = /(?:^|\/\+|\/joinchat\/|join\?invite=)([\w-]+)$/.exec(link)?.[1];
  const invite = world.invitesByHash.get(hash ?? '');
  return invite && invite.chatId === markedIdOf(chat) && !invite.deleted ? invite : null;
}
