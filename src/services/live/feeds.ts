import { detached } from '../../base/call-scope.ts';
import { markedId } from '../chats/peer.ts';
import type { ChatAddress } from '../chats/peers.ts';
import { waitFor } from '../shared-work.ts';
import { createEventStream, type EventStream, type Live } from './event-stream.ts';

/** Where a feed puts what it hears of. */
export interface FeedOutput<Event> {
  emit(event: Event): void;
  /** Nothing more will come: every subscriber is told why. */
  fail(error: unknown): void;
}

/** Begins to listen to one chat. Rejects when that is not possible; the function it answers ends it. */
export type StartFeed<Event> = (chat: ChatAddress, output: FeedOutput<Event>) => Promise<() => void>;

interface Feed<Event> {
  readonly streams: Set<EventStream<Event>>;
  readonly started: Promise<() => void>;
}

/** Events that a subscriber who does not read may leave lying, before their stream ends. */
export const MOST_KEPT_EVENTS = 1_000;

/**
 * One feed for each chat, however many subscribe to it: started for the first, stopped behind the last.
 * The function it answers subscribes, and rejects as `start` does. `signal` ends the subscription, also before it stands. When `over`
 * is aborted every subscriber is told its reason.
 */
export function createFeeds<Event>(
  start: StartFeed<Event>,
  over: AbortSignal,
): (chat: ChatAddress, signal: AbortSignal) => Promise<Live<Event>> {
  const feeds = new Map<string, Feed<Event>>();
  over.addEventListener('abort', () => {
    for (const { streams } of feeds.values()) for (const stream of streams) stream.fail(over.reason);
  });

  function open(chat: ChatAddress): Feed<Event> {
    const streams = new Set<EventStream<Event>>();
    const fail = (error: unknown) => {
      for (const stream of streams) stream.fail(error);
    };
    const emit = (event: Event) => {
      for (const stream of streams) stream.push(event);
    };
    // It outlives the request of its first subscriber.
    const started = detached(() => start(chat, { emit, fail }));
    started.catch(fail);
    return { streams, started };
  }

  return async (chat, signal) => {
    const key = markedId(chat);
    const feed = feeds.get(key) ?? open(chat);
    feeds.set(key, feed);

    const stream = createEventStream<Event>(MOST_KEPT_EVENTS, () => {
      feed.streams.delete(stream);
      if (feed.streams.size > 0) return;
      feeds.delete(key);
      feed.started.then(
        (stop) => stop(),
        () => {}, // it never stood, and whoever waits for it is told below
      );
    });
    feed.streams.add(stream);
    signal.addEventListener('abort', () => stream.return(), { once: true });
    if (signal.aborted) await stream.return();
    try {
      await waitFor(feed.started);
    } catch (error) {
      await stream.return();
      throw error;
    }
    return stream;
  };
}
