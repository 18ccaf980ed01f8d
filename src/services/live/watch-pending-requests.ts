import type { UpdateEntities } from '../../telegram/port.ts';
import { Api } from '../../telegram/tl.ts';
import { referenceOf } from '../chats/entities.ts';
import { markedId } from '../chats/peer.ts';
import type { ChatAddress } from '../chats/peers.ts';
import { toJoinRequest } from '../invites/chat-invite-importer.ts';
import type { JoinRequest } from '../models.ts';
import type { FeedOutput } from './feeds.ts';
import { keepUp } from './keep-up.ts';
import { createKnownRequests } from './known-requests.ts';
import { listNewestRequests } from './list-newest-requests.ts';
import { type LiveDeps, RECONCILE_EVERY_MS } from './live-deps.ts';
import { type LiveEvent, toLiveEvent } from './live-event.ts';
import { createReconciler } from './reconciler.ts';

/**
 * Join requests as a user account hears of them. updatePendingJoinRequests says only how many wait, and may be missed, so
 * the list is read when it comes, over every new connection and by a timer, and compared with what was there before.
 * A request that was decided before the list was read shows nowhere. Rejects as messages.getChatInviteImporters does.
 */
export async function watchPendingRequests(
  deps: LiveDeps,
  chat: ChatAddress,
  output: FeedOutput<LiveEvent<JoinRequest>>,
): Promise<() => void> {
  const chatId = markedId(chat);
  const known = createKnownRequests();

  async function takeInWhatIsThere(): Promise<void> {
    const { requests, isAll } = await listNewestRequests(deps, chat, null);
    known.add(requests.toReversed());
    const oldest = requests.at(-1);
    if (oldest && !isAll) known.ignoreUpTo(oldest.date);
  }

  async function tellWhatIsNew(): Promise<void> {
    const { requests } = await listNewestRequests(deps, chat, known.newest);
    const fresh = requests.filter(known.isNew).toReversed();
    known.add(fresh);
    for (const request of fresh) {
      const event = toJoinRequest(request, chatId, null, deps.told);
      output.emit(toLiveEvent(event, [chatId, event.userId], deps.peers));
    }
  }

  const reconciler = createReconciler({ run: tellWhatIsNew, everyMs: RECONCILE_EVERY_MS, onFailure: output.fail });
  function hear(update: Api.TypeUpdate, entities: UpdateEntities): void {
    if (!(update instanceof Api.UpdatePendingJoinRequests)) return;
    if (markedId(referenceOf(update.peer)) !== chatId) return;
    deps.peers.remember(entities);
    reconciler.poke();
  }

  return keepUp(deps.updates, reconciler, hear, takeInWhatIsThere);
}
