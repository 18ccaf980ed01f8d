/** What an account was last seen to be allowed in a chat. */
export interface ChatRight {
  /** Telegram's user id. */
  readonly account: string;
  readonly isCreator: boolean;
  /** Whether it may make and change invite links. */
  readonly canInvite: boolean;
  readonly seenAt: Date;
}

/** What is known of the rights of all accounts of a workspace. Whatever is not kept, Telegram can be asked for again. */
export interface ChatRights {
  /** Of every account that something is known of; the chat is a marked id. */
  of(chat: string): Promise<ChatRight[]>;
  /** Notes what an account has just seen, in the place of what it saw before. */
  keep(chat: string, right: Omit<ChatRight, 'seenAt'>): Promise<void>;
  /** Telegram has refused: what is known is doubted. */
  forget(chat: string, account: string): Promise<void>;
}
