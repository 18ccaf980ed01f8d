import { Api } from 'telegram';
import type { Dispatcher } from '../dispatcher.ts';
import { viewBotUpdates } from '../views/view-bot-updates.ts';
import { qtsOf, updatesSince } from '../world/bot-updates.ts';
import type { User } from '../world/users.ts';
import { now, type World } from '../world.ts';
import { requireAccount } from './caller.ts';

/** Nothing in this world is a message, so the first sequence of every account stands still. */
const PTS = 1;

/** Updates in one answer of updates.getDifference; `qts_limit` may ask for fewer. */
const SLICE = 100;

export function registerUpdates(dispatcher: Dispatcher, world: World): void {
  dispatcher.register(Api.updates.GetState, (_request, call) => {
    const caller = requireAccount(world, call);
    return stateAt(world, qtsOf(world, caller.id));
  });

  dispatcher.register(Api.updates.GetDifference, (request, call) =>
    differenceSince(world, requireAccount(world, call), request.qts, request.qtsLimit ?? SLICE),
  );
}

function stateAt(world: World, qts: number): Api.updates.State {
  return new Api.updates.State({ pts: PTS, qts, date: now(world), seq: 1, unreadCount: 0 });
}

/** What a bot missed after `qts`; people miss nothing that is kept. Where it is kept no longer, the state must be asked anew. */
function differenceSince(world: World, caller: User, qts: number, limit: number): Api.updates.TypeDifference {
  const missed = updatesSince(world, caller.id, qts);
  if (!missed) return new Api.updates.DifferenceTooLong({ pts: PTS });
  const slice = missed.slice(0, Math.min(Math.max(limit, 1), SLICE));
  const last = slice.at(-1);
  if (!last) return new Api.updates.DifferenceEmpty({ date: now(world), seq: 1 });
  const { updates: otherUpdates, ...named } = viewBotUpdates(world, caller.id, slice);
  const content = { newMessages: [], newEncryptedMessages: [], otherUpdates, ...named };
  const state = stateAt(world, last.qts);
  if (slice.length === missed.length) return new Api.updates.Difference({ ...content, state });
  return new Api.updates.DifferenceSlice({ ...content, intermediateState: state });
}
