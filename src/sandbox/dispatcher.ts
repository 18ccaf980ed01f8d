import type { Api } from 'telegram';
import { RpcError } from './rpc-error.ts';

/**
 * Who calls and over what: everything a method may know beside its own request.
 * One authorization key is one device; an account is signed in on it or nobody is.
 */
export interface Call {
  /** The authorization key's id, 16 hexadecimal digits. The world keeps who is signed in on which key. */
  readonly authKeyId: string;
  /** The layer the client announced with `invokeWithLayer`; `null` before it did. */
  readonly layer: number | null;
}

/** What a call may be refused or answered with. */
export type Handler<R extends Api.AnyRequest> = (request: R, call: Call) => R['__response'] | Promise<R['__response']>;

/** The class of a request, as `Api.messages.ExportChatInvite`. */
export interface RequestClass<R extends Api.AnyRequest> {
  new (args: never): R;
  readonly className: string;
}

/** One call as it arrived, for whoever counts or watches (tests, the console). */
export interface CallRecord {
  readonly authKeyId: string;
  /** Telegram's name, `messages.ExportChatInvite` as GramJS prints it. */
  readonly method: string;
  readonly request: Api.AnyRequest;
  /** What the method answered or refused; a call that a fault kept from running is refused. Never rejects. */
  readonly outcome: Promise<PromiseSettledResult<unknown>>;
}

export interface Dispatcher {
  register<R extends Api.AnyRequest>(request: RequestClass<R>, handler: Handler<R>): void;
  /**
   * Tells the observers, waits for `before` and runs the method; throws RpcError 400 INPUT_METHOD_INVALID where nobody
   * registered it, and what `before` throws.
   */
  dispatch(request: Api.AnyRequest, call: Call, before?: () => Promise<void>): Promise<unknown>;
  /** Whether somebody registered the method; upper and lower case are alike. */
  has(method: string): boolean;
  /** Is told of each call before it runs; the function returned stops that. */
  watch(observer: (record: CallRecord) => void): () => void;
}

export function createDispatcher(): Dispatcher {
  const handlers = new Map<string, (request: Api.AnyRequest, call: Call) => unknown>();
  const observers = new Set<(record: CallRecord) => void>();
  return {
    register(request, handler) {
      handlers.set(request.className, handler as (request: Api.AnyRequest, call: Call) => unknown);
    },
    async dispatch(request, call, before) {
      const method = request.className;
      const { promise: outcome, resolve } = Promise.withResolvers<PromiseSettledResult<unknown>>();
      for (const observer of observers) observer({ authKeyId: call.authKeyId, method, request, outcome });
      try {
        await before?.();
        const handler = handlers.get(method);
        if (!handler) throw new RpcError(400, 'INPUT_METHOD_INVALID');
        const value = await handler(request, call);
        resolve({ status: 'fulfilled', value });
        return value;
      } catch (reason) {
        resolve({ status: 'rejected', reason });
        throw reason;
      }
    },
    has: (method) => [...handlers.keys()].some((name) => name.toLowerCase() === method.toLowerCase()),
    watch(observer) {
      observers.add(observer);
      return () => observers.delete(observer);
    },
  };
}
