import type { MessagePacker } from 'telegram/extensions/index.js';

/**
 * Makes GramJS's queue of what is to be sent a plain one. GramJS keeps another list of all that is under way, copied for each
 * answer, in case a reconnect comes between two awaits of its send loop, and forgets at a reconnect what waits to be sent.
 * Our loop awaits nothing there, and what waits stays.
 */
export function makePlain(queue: MessagePacker): void {
  queue.append = (state, setReady = true, atStart = false) => {
    const waiting = queue.values();
    if (atStart) waiting.unshift(state);
    else waiting.push(state);
    if (setReady) queue['setReady']?.(true);
  };
  // Called by GramJS's reconnect. The empty place wakes the send loop, which then ends.
  queue.clear = () => {
    queue['_queue'] = queue.values().filter((state) => state?.request.classType === 'request');
    queue.append(undefined);
  };
}
