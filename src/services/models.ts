/** Plain shapes that the services answer with. Ids are native bigints inside and marked ids, as strings, outside. */

/** BASIC_GROUP: up to 200 members, no username. SUPERGROUP: a group of any size. CHANNEL: only admins write. */
export type ChatKind = 'BASIC_GROUP' | 'SUPERGROUP' | 'CHANNEL';

export interface Chat {
  /** The marked id: `-7001` for a basic group, `-100…` for a supergroup or channel. */
  readonly id: string;
  readonly kind: ChatKind;
  readonly title: string;
  /** Without the `@`; `null` when the chat is private. */
  readonly username: string | null;
  /** `null` when Telegram did not say. */
  readonly participantsCount: number | null;
}

export interface User {
  /** The marked id, which for a user is the id itself. */
  readonly id: string;
  /** `null` for a deleted account. */
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** Without the `@`; `null` when the user has none. */
  readonly username: string | null;
  readonly isBot: boolean;
}

/** A monthly price in Telegram Stars (https://core.telegram.org/api/subscriptions). */
export interface StarsSubscriptionPricing {
  /** Seconds; Telegram accepts 2592000 alone. */
  readonly period: number;
  /** Stars for each period. */
  readonly amount: number;
}

/** https://core.telegram.org/constructor/chatInviteExported */
export interface ExportedChatInvite {
  readonly kind: 'EXPORTED_CHAT_INVITE';
  /** The URL as Telegram returned it. A bearer secret: whoever has it may join. */
  readonly link: string;
  /** Marked id of the chat it leads to. */
  readonly chatId: string;
  /** Id of the admin whose link it is. */
  readonly adminId: string;
  readonly date: Date;
  /** Time of the last edit; `null` when it was never edited. */
  readonly startDate: Date | null;
  readonly expireDate: Date | null;
  readonly usageLimit: number | null;
  /** Members who came by it and are still there. */
  readonly usage: number;
  /** Requests to join by it that wait for an admin. */
  readonly requested: number;
  readonly title: string | null;
  /** This is its admin's primary link, not merely one without limits. */
  readonly permanent: boolean;
  readonly revoked: boolean;
  readonly requestNeeded: boolean;
  readonly subscriptionPricing: StarsSubscriptionPricing | null;
  /** Members who left because their paid subscription ended. */
  readonly subscriptionExpired: number;
}

/** https://core.telegram.org/constructor/messages.exportedChatInviteReplaced: a primary link was revoked. */
export interface ExportedChatInviteReplaced {
  readonly kind: 'EXPORTED_CHAT_INVITE_REPLACED';
  /** The old one, revoked. */
  readonly invite: ExportedChatInvite;
  /** The one in its place. */
  readonly newInvite: ExportedChatInvite;
}

/** A link that was taken off the list of revoked ones. */
export interface DeletedExportedChatInvite {
  readonly link: string;
  /** Marked id. */
  readonly chatId: string;
}

/** All revoked links of one admin were taken off the list. */
export interface DeletedRevokedExportedChatInvites {
  /** Marked id. */
  readonly chatId: string;
  readonly adminId: string;
}

/** https://core.telegram.org/constructor/chatInvitePublicJoinRequests: no link, but requests through a public username. */
export interface ChatInvitePublicJoinRequests {
  readonly kind: 'PUBLIC_JOIN_REQUESTS';
  readonly chatId: string;
}

/** https://core.telegram.org/constructor/chatAdminWithInvites */
export interface ChatAdminWithInvites {
  readonly adminId: string;
  /** Links that work or have run out. */
  readonly invitesCount: number;
  readonly revokedInvitesCount: number;
}

/** https://core.telegram.org/constructor/chatInviteImporter: who came by a link, also where they left since. */
export interface ChatInviteImporter {
  readonly userId: string;
  /** When they joined. */
  readonly date: Date;
  /** Id of the admin who let them in; `null` when nobody had to. */
  readonly approvedBy: string | null;
  /** They came by a shared folder (https://core.telegram.org/api/folders#shared-folders). */
  readonly viaChatlist: boolean;
}

/** https://core.telegram.org/constructor/chatInviteAlready: the account is a member of the chat. */
export interface ChatInviteAlready {
  readonly kind: 'CHAT_INVITE_ALREADY';
  readonly chat: Chat;
}

/** https://core.telegram.org/constructor/chatInvitePeek: the account may read the chat for a while without joining. */
export interface ChatInvitePeek {
  readonly kind: 'CHAT_INVITE_PEEK';
  readonly chat: Chat;
  readonly expires: Date;
}

/** https://core.telegram.org/constructor/chatInvite: a chat seen from outside. Telegram gives no id of it. */
export interface ChatInvitePreview {
  readonly kind: 'CHAT_INVITE';
  /** A supergroup or channel, not a basic group. */
  readonly channel: boolean;
  readonly broadcast: boolean;
  readonly public: boolean;
  readonly megagroup: boolean;
  readonly requestNeeded: boolean;
  readonly verified: boolean;
  readonly scam: boolean;
  readonly fake: boolean;
  /** The account has paid already, and may join again without paying. */
  readonly canRefulfillSubscription: boolean;
  readonly title: string;
  readonly about: string | null;
  readonly hasPhoto: boolean;
  readonly participantsCount: number;
  /** A few members. */
  readonly participants: readonly User[];
  /** Number of one of Telegram's accent colours. */
  readonly color: number;
  readonly subscriptionPricing: StarsSubscriptionPricing | null;
  /** The form that a Telegram app pays by, 64 bits; `null` when the link is free or paid for. */
  readonly subscriptionFormId: string | null;
}

/** The account is in. */
export interface ChatJoined {
  readonly kind: 'CHAT_JOINED';
  readonly chat: Chat;
}

/** The account has asked to be let in, and an admin decides. */
export interface JoinRequestSent {
  readonly kind: 'JOIN_REQUEST_SENT';
  readonly link: string;
}

/** One request to join was decided. */
export interface ChatJoinRequestHidden {
  /** Marked id. */
  readonly chatId: string;
  readonly user: User;
  readonly approved: boolean;
}

/** Requests to join were decided all at once. */
export interface ChatJoinRequestsHidden {
  /** Marked id. */
  readonly chatId: string;
  readonly approved: boolean;
  /** Those who came by this link; `null`: everybody who waited. */
  readonly link: string | null;
}

/** What https://core.telegram.org/type/ChatFull tells beside the chat itself. */
export interface FullChat {
  /** The account's primary link; `null` when it may not invite, or is a bot that has made none. */
  readonly permanentInvite: ExportedChatInvite | null;
  /** People who wait to be let in, 0 when nobody does; `null` when the account may not invite or Telegram did not say. */
  readonly requestsPending: number | null;
}

/** Somebody asks to be let into a chat, which has one request of each. https://core.telegram.org/api/invites#join-requests */
export interface JoinRequest {
  /** Marked id. */
  readonly chatId: string;
  readonly userId: string;
  /** When they asked last. */
  readonly date: Date;
  /** Their bio; `null` when they have none. */
  readonly about: string | null;
  /** The link they came by, or what reads it; `null` where Telegram tells none. */
  readonly invite: ExportedChatInvite | (() => Promise<ExportedChatInvite>) | null;
}

/** Somebody came into a chat by a link. https://core.telegram.org/constructor/updateChannelParticipant */
export interface ChatInviteUse {
  /** Marked id. */
  readonly chatId: string;
  readonly userId: string;
  readonly date: Date;
  /** `null` when Telegram names none: a public chat's username with approval, or a shared folder. */
  readonly invite: ExportedChatInvite | null;
  /** Id of the admin who let them in; `null` when nobody had to. */
  readonly approvedBy: string | null;
  /** They came by a shared folder (https://core.telegram.org/api/folders#shared-folders). */
  readonly viaChatlist: boolean;
}
