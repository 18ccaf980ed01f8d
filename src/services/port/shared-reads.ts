import { callScope, hasTimeFor } from '../../base/call-scope.ts';
import { effectOf, isShared } from '../../telegram/methods.ts';
import type { TelegramPort } from '../../telegram/port.ts';
import type { Api } from '../../telegram/tl.ts';
import { isPassingTrouble } from '../errors/errors.ts';
import { waitFor } from '../shared-work.ts';

export interface SharedReads {
  guard(port: TelegramPort): TelegramPort;
  /** From now on no call joins a read that is under way already. */
  startAnew(): void;
}

/**
 * Equal reads under way share one call, whichever operations they are for. The first runs on its own terms; who joined and hears
 * that it ran out of time or patience asks again. Nothing is kept beyond the answer, and a read that began before a change
 * had ended is not joined any more: it may not have seen what its caller has been told.
 */
export function createSharedReads(): SharedReads {
  const underWay = new Map<string, Promise<unknown>>();

  async function read<R extends Api.AnyRequest>(port: TelegramPort, request: R): Promise<R['__response']> {
    // Who waits for floods would keep those waiting who would rather hear of them.
    const key = `${callScope()?.waitsForFloods ?? false} ${request.getBytes().toString('latin1')}`;
    for (;;) {
      const shared = underWay.get(key);
      if (shared === undefined) return ask(port, key, request);
      try {
        return await waitFor(shared);
      } catch (error) {
        if (!isPassingTrouble(error) || !hasTimeFor(0)) throw error;
      }
    }
  }

  function ask<R extends Api.AnyRequest>(port: TelegramPort, key: string, request: R): Promise<R['__response']> {
    const asked: Promise<R['__response']> = port.invoke(request).finally(() => {
      if (underWay.get(key) === asked) underWay.delete(key);
    });
    underWay.set(key, asked);
    return asked;
  }

  /** Clearing an empty Map makes a new table of it, to which V8 links the old one. */
  function startAnew(): void {
    if (underWay.size > 0) underWay.clear();
  }

  async function change<R extends Api.AnyRequest>(port: TelegramPort, request: R): Promise<R['__response']> {
    startAnew();
    try {
      return await port.invoke(request);
    } finally {
      startAnew();
    }
  }

  return {
    startAnew,
    guard: (port) => ({
      invoke(request) {
        if (isShared(request)) return read(port, request);
        return effectOf(request) === 'read' ? port.invoke(request) : change(port, request);
      },
    }),
  };
}
