/** Telegram could not be reached, or did not take the session, at start. The message is for people. */
export class TelegramConnectError extends Error {
  override readonly name = 'TelegramConnectError';
}
