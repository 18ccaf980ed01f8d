import { Api } from 'telegram';
import type { Dispatcher } from '../dispatcher.ts';
import type { WorldEvent } from '../world/events.ts';
import { now, type World } from '../world.ts';
import { requireAccount } from './caller.ts';

/** Nothing in this world changes an account's message box, so its state stands still and there is never a difference. */
export function registerUpdates(dispatcher: Dispatcher, world: World): void {
  dispatcher.register(Api.updates.GetState, (_request, call) => {
    requireAccount(world, call);
    return new Api.updates.State({ pts: 1, qts: 0, date: now(world), seq: 1, unreadCount: 0 });
  });

  dispatcher.register(Api.updates.GetDifference, (_request, call) => {
    requireAccount(world, call);
    return new Api.updates.DifferenceEmpty({ date: now(world), seq: 1 });
  });
}

/** Sends what happens in the world to the devices it concerns. The function returned stops that. */
export function pushUpdates(world: World, push: (authKeyId: string, updates: Api.TypeUpdates) => void): () => void {
  const listener = (event: WorldEvent) => {
    if (event.kind !== 'loginTokenAccepted') return;
    push(event.authKeyId, new Api.UpdateShort({ update: new Api.UpdateLoginToken(), date: now(world) }));
  };
  world.listeners.add(listener);
  return () => world.listeners.delete(listener);
}
