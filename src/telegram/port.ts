import type { Api } from './tl.ts';

/**
 * All that the services know of Telegram: send one request, get its typed answer.
 *
 * Throws `RpcFailure` when Telegram refused and `TransportFailure` when no answer can be had (both in `rpc-error.ts`);
 * nothing else is expected. Every call settles within the connection's call timeout. Decorators are functions
 * `(port) => port`; a fake for unit tests is a few lines.
 */
export interface TelegramPort {
  invoke<R extends Api.AnyRequest>(request: R): Promise<R['__response']>;
}
