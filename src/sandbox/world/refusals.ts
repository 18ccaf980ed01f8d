import { RpcError } from '../rpc-error.ts';
import type { World } from '../world.ts';
import { type Chat, markedIdOf } from './chats.ts';

/** What a chat answers whatever is asked of it. */
export interface Refusal {
  readonly code: number;
  /** Telegram's name with its argument in place, as `FLOOD_WAIT_30`. */
  readonly type: string;
  /** The one method that answers so, as `messages.EditExportedChatInvite`; absent: every method about links. */
  readonly method?: string;
}

/** Throws what the world holds for this chat and method, if anything. */
export function refuseAsTold(world: World, chat: Chat, method: string): void {
  const refusal = world.refusals.get(markedIdOf(chat));
  if (refusal && (refusal.method ?? method) === method) throw new RpcError(refusal.code, refusal.type);
}
