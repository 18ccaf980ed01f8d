import type { RpcFailure } from './rpc-error.ts';
import type { Api } from './tl.ts';

/**
 * How the services ask Telegram: send one request, get its typed answer.
 *
 * Throws `RpcFailure` when Telegram refused and `TransportFailure` when no answer can be had (both in `rpc-error.ts`);
 * nothing else is expected. Every call settles within the connection's call timeout, and one that must not run twice within
 * half as long again, of which its caller's deadline keeps a little back. Decorators are functions
 * `(port) => port`; a fake for unit tests is a few lines.
 */
export interface TelegramPort {
  invoke<R extends Api.AnyRequest>(request: R): Promise<R['__response']>;
}

/** The people and chats that came along with an update. */
export interface UpdateEntities {
  readonly users: readonly Api.TypeUser[];
  readonly chats: readonly Api.TypeChat[];
}

/** Neither function may throw or wait. */
export interface UpdateListener {
  /** One update as it came: not ordered, not complete, and perhaps for the second time. */
  onUpdate(update: Api.TypeUpdate, entities: UpdateEntities): void;
  /**
   * Updates may have been missed: the connection is a new one, or Telegram said so. Telegram tells a new connection of
   * nothing before it has made a call (https://core.telegram.org/api/updates): a listener has to ask for what it missed.
   */
  onGap(): void;
}

/** How Telegram tells the services what nobody asked for. */
export interface TelegramUpdates {
  /** The function returned ends it. */
  listen(listener: UpdateListener): () => void;
}

/** How the account's connection stands. */
export interface ConnectionStatus {
  /** `UP`: a connection stands. `DOWN`: it is dialled again. `ENDED`: Telegram has ended the session, and nothing is sent any more. */
  readonly state: 'UP' | 'DOWN' | 'ENDED';
  /** Since when it stands so. */
  readonly since: Date;
  /** What Telegram ended the session with, the first of it; `null` while it has not. */
  readonly end: RpcFailure | null;
}
