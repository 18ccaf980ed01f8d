import type { UpdateEntities } from '../../telegram/port.ts';
import { Api } from '../../telegram/tl.ts';
import { EventsLostError } from '../errors/errors.ts';
import { keepUp } from './keep-up.ts';
import { type LiveDeps, RECONCILE_EVERY_MS } from './live-deps.ts';
import { createReconciler } from './reconciler.ts';

/** Hears of a bot account's updates each once and in order, those that were missed included. */
export interface BotListener {
  onUpdate(update: Api.TypeUpdate): void;
  /** Nothing more will come. */
  onFailure(error: unknown): void;
}

/** The one sequence of updates that a bot account has (https://core.telegram.org/api/updates, `qts`). */
export interface BotUpdates {
  /** Begins at the present. Rejects when Telegram cannot be asked where that is; the function it answers ends it. */
  listen(listener: BotListener): Promise<() => void>;
}

/** Followed while anybody listens: one place in the sequence, and one question about a gap, for all feeds together. */
export function createBotUpdates(deps: LiveDeps): BotUpdates {
  const listeners = new Set<BotListener>();
  let following: Promise<() => void> | null = null;

  function hand(update: Api.TypeUpdate): void {
    for (const listener of listeners) listener.onUpdate(update);
  }

  function fail(error: unknown): void {
    for (const listener of listeners) listener.onFailure(error);
  }

  return {
    async listen(listener) {
      listeners.add(listener);
      const mine = following ?? follow(deps, hand, fail);
      following = mine;
      const leave = () => {
        if (!listeners.delete(listener) || listeners.size > 0) return;
        following = null;
        mine.then(
          (stop) => stop(),
          () => {}, // it never began, and whoever waits for it is told
        );
      };
      try {
        await mine;
      } catch (error) {
        leave();
        throw error;
      }
      return leave;
    },
  };
}

async function follow(
  { telegram, updates, peers }: LiveDeps,
  hand: (update: Api.TypeUpdate) => void,
  onFailure: (error: unknown) => void,
): Promise<() => void> {
  let place: { pts: number; qts: number; date: number } | null = null;

  /** In order and once: one that was heard is passed over, one behind a gap waits for the difference to bring it. */
  function take(update: Api.TypeUpdate, entities: UpdateEntities): void {
    if (!('qts' in update)) return;
    if (place && update.qts <= place.qts) return;
    if (place?.qts === update.qts - 1) {
      place.qts = update.qts;
      peers.remember(entities);
      hand(update);
    } else reconciler.poke();
  }

  /** updates.getDifference, slice by slice. */
  async function takeDifference(): Promise<void> {
    while (place) {
      const answer: Api.updates.TypeDifference = await telegram.invoke(new Api.updates.GetDifference(place));
      if (answer instanceof Api.updates.DifferenceEmpty) return;
      if (answer instanceof Api.updates.DifferenceTooLong) throw new EventsLostError();
      peers.remember(answer);
      for (const update of answer.otherUpdates.toSorted((one, other) => qtsOf(one) - qtsOf(other))) {
        if (qtsOf(update) <= place.qts) continue;
        place.qts = qtsOf(update);
        hand(update);
      }
      const isLast = answer instanceof Api.updates.Difference;
      const { pts, qts, date } = isLast ? answer.state : answer.intermediateState;
      place = { pts, qts: Math.max(place.qts, qts), date };
      if (isLast) return;
    }
  }

  const reconciler = createReconciler({ run: takeDifference, everyMs: RECONCILE_EVERY_MS, onFailure });
  return keepUp(updates, reconciler, take, async () => {
    const { pts, qts, date } = await telegram.invoke(new Api.updates.GetState());
    place = { pts, qts, date };
  });
}

/** 0 for an update that is not of this sequence. */
function qtsOf(update: Api.TypeUpdate): number {
  return 'qts' in update ? update.qts : 0;
}
