import { callScope, hasTimeFor } from '../../base/call-scope.ts';
import type { TelegramPort } from '../../telegram/port.ts';
import { Api } from '../../telegram/tl.ts';
import { isPassingTrouble } from '../errors/errors.ts';
import { waitFor } from './shared-work.ts';

/** Calls that only read, and that callers ask for in the same words. */
const READS = [
  Api.channels.GetChannels,
  Api.channels.GetFullChannel,
  Api.messages.CheckChatInvite,
  Api.messages.GetAdminsWithInvites,
  Api.messages.GetChatInviteImporters,
  Api.messages.GetChats,
  Api.messages.GetExportedChatInvite,
  Api.messages.GetExportedChatInvites,
  Api.messages.GetFullChat,
  Api.users.GetUsers,
];

/**
 * Equal reads under way share one call, whichever operations they are for. The first runs on its own terms; who joined and hears
 * that it ran out of time or patience asks again. Nothing is kept beyond the answer, and a read that began before a change
 * had ended is not joined any more: it may not have seen what its caller has been told.
 */
export function withSharedReads(port: TelegramPort): TelegramPort {
  const underWay = new Map<string, Promise<unknown>>();

  async function read<R extends Api.AnyRequest>(request: R): Promise<R['__response']> {
    // Who waits for floods would keep those waiting who would rather hear of them.
    const key = `${callScope()?.waitsForFloods ?? false} ${request.getBytes().toString('latin1')}`;
    for (;;) {
      const shared = underWay.get(key);
      if (shared === undefined) return ask(key, request);
      try {
        return await waitFor(shared);
      } catch (error) {
        if (!isPassingTrouble(error) || !hasTimeFor(0)) throw error;
      }
    }
  }

  function ask<R extends Api.AnyRequest>(key: string, request: R): Promise<R['__response']> {
    const asked: Promise<R['__response']> = port.invoke(request).finally(() => {
      if (underWay.get(key) === asked) underWay.delete(key);
    });
    underWay.set(key, asked);
    return asked;
  }

  /** Clearing an empty Map makes a new table of it, to which V8 links the old one. */
  function forget(): void {
    if (underWay.size > 0) underWay.clear();
  }

  async function change<R extends Api.AnyRequest>(request: R): Promise<R['__response']> {
    forget();
    try {
      return await port.invoke(request);
    } finally {
      forget();
    }
  }

  return {
    invoke: (request) => (READS.some((method) => request instanceof method) ? read(request) : change(request)),
  };
}
