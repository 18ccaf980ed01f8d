/** Telegram could not be reached, or did not take the session, at start. The message is for people. */
export class TelegramConnectError extends Error {
  override readonly name = 'TelegramConnectError';
  /** Telegram's name for why the session is no longer good; `null`: it may be. */
  readonly end: string | null;

  constructor(message: string, end: string | null = null) {
    super(message);
    this.end = end;
  }
}
