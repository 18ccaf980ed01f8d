import type { CallFault } from '../../../src/sandbox/faults/fault.ts';
import { seededChance } from '../../../src/sandbox/faults/seeded-chance.ts';
import {
  type Ask,
  DOORS,
  type Event,
  type History,
  LINKS,
  METHODS,
  type Order,
  type Pause,
  PEOPLE,
  type Send,
  SPELLINGS,
  type StoreFailure,
  type What,
  type Wish,
} from './history.ts';

const ODD_TITLES = [
  '',
  '',
  '',
  ' poster',
  '\ud800',
  ' \udfff!',
  ' e\u0301\u200f\u202e',
  ' \u{1f46a}\u{1f3fd}',
  '\u0000x',
  '  ',
  ' and so on beyond the 32 that fit',
];
const DEADLINES_MS = [600, 1_000, 1_500, 2_500, 4_000];
/** `export` is what callers can take from one another; most histories have it. */
const VERBS: readonly Ask['verb'][] = [
  'exportPrimary',
  'edit',
  'revoke',
  'delete',
  'deleteRevoked',
  'hide',
  'hideAll',
  'import',
];
const DISTURBANCES = [
  'delay',
  'delay',
  'wire',
  'wire',
  'server',
  'server',
  'flood',
  'clock',
  'kill',
  'others',
  'others',
  'store',
  'store',
  'store',
  'callers',
  'stop',
] as const;
type Disturbance = (typeof DISTURBANCES)[number];

/** The history of this number under this seed; always the same one. Those of odd numbers are of two accounts. Each draws a few verbs and disturbances of its own, as all at once hide one another. */
export function generate(seed: number, number: number): History {
  const chance = seededChance((Math.imul(seed, 1_000_003) + Math.imul(number, 7_919)) | 0);
  for (let spin = 0; spin < 4; spin += 1) chance();
  const often = (share: number) => chance() < share;
  const below = (end: number) => Math.floor(chance() * end);
  const pick = <T>(of: readonly T[]): T => of[below(of.length)] as T; // the index is below the length

  const account = often(0.06) ? 'bot' : number % 2 === 0 ? 'owner' : 'two';
  const disturbances = new Set<Disturbance>(Array.from({ length: 1 + below(3) }, () => pick(DISTURBANCES)));
  // What the store forgets shows where links can be taken for one another.
  const isAlike = disturbances.has('store') && often(0.7);
  const theme =
    isAlike || often(0.5)
      ? (['export'] as const)
      : often(0.5)
        ? ([pick(VERBS)] as const)
        : (['export', pick(VERBS), pick(VERBS)] as const);
  const wishes: Wish[] = Array.from({ length: isAlike || often(0.6) ? 1 : 2 }, (_, at) => wish(at));
  const orders = Array.from({ length: pick([1, 1, 2, 2, 3, 4, 6]) }, (_, at) => order(at));
  const methods = [...new Set(orders.map(({ ask }) => METHODS[ask.verb]))];
  return { account, isWarm: often(0.85), wishes, orders, events: [...disturbances].flatMap(events), pause: pause() };

  function pause(): Pause {
    return { seconds: often(0.1) ? pick([21, 60, 340]) : 0, isKilled: often(0.1) };
  }

  function wish(at: number): Wish {
    const plain = { title: `w${at}${pick(ODD_TITLES)}`, requestNeeded: false, usageLimit: null, expiresIn: null };
    if (often(0.6)) return plain;
    if (often(0.4)) return { ...plain, requestNeeded: true };
    return { ...plain, usageLimit: often(0.5) ? 1 + below(99) : null, expiresIn: often(0.5) ? 100_000 : null };
  }

  function ask(at: number): Ask {
    const verb = pick(theme);
    switch (verb) {
      case 'export':
        return { verb, wish: below(wishes.length) };
      case 'edit':
        return { verb, link: pick(LINKS), title: `e${at}${pick(ODD_TITLES)}` };
      case 'revoke':
      case 'delete':
        return { verb, link: pick(LINKS) };
      case 'hide':
        return { verb, user: pick(PEOPLE), approved: often(0.5) };
      case 'hideAll':
        return { verb, approved: often(0.5) };
      case 'import':
        return { verb, door: pick(DOORS) };
      default:
        return { verb };
    }
  }

  function order(at: number): Order {
    // Keys are each caller's own, so that three callers may have the same one.
    const isShared = at < 3 && often(0.1);
    const key = isShared ? 'shared' : often(0.7) ? `key ${at}` : null;
    const first = send({ after: 'begin', ms: often(0.5) ? below(100) : below(1_500) });
    const repeats = key === null ? 0 : pick([0, 1, 1, 2, 3]);
    return {
      caller: isShared ? at : below(3),
      key,
      ask: ask(at),
      deadlineMs: pick(DEADLINES_MS),
      sends: [first, ...Array.from({ length: repeats }, () => repeat())],
    };
  }

  function repeat(): Send {
    const moment = often(0.3)
      ? ({ after: 'begin', ms: below(600) } as const)
      : ({ after: 'answer', ms: often(0.5) ? 0 : below(2_500) } as const);
    const sent = send(moment);
    return often(0.08) ? { ...sent, isChanged: true } : sent;
  }

  function send(moment: Pick<Send, 'after' | 'ms'>): Send {
    const over = often(0.06) ? 'websocket' : often(0.3) ? 'new connection' : 'kept connection';
    return { ...moment, over, spelling: often(0.9) ? 'name' : pick(SPELLINGS) };
  }

  function events(kind: Disturbance): Event[] {
    const at = (what: What, from: Event['from'] = 'begin', ms = below(2_000)): Event => ({ from, ms, what });
    const fault = (of: CallFault, method: string | null = pick(methods)) =>
      at(
        { do: 'fault', fault: of, method, times: 1 + below(3), skip: often(0.7) ? 0 : below(3) },
        'begin',
        often(0.7) ? 0 : below(1_500),
      );
    switch (kind) {
      case 'delay': {
        // Telegram is at it when the connection goes, the caller gives up or the process dies.
        const delayed = fault({ kind: 'delay', ms: 300 + below(5_000), when: 'before' });
        if (often(0.4)) return [delayed];
        const meanwhile: What = often(0.75)
          ? { do: 'cut' }
          : often(0.5)
            ? { do: 'kill', downMs: below(300), stepSeconds: 0 }
            : { do: 'refuse', forMs: below(2_000) };
        return [delayed, at(meanwhile, 'call', 50 + below(1_000))];
      }
      case 'wire':
        return [
          at(
            often(0.5) ? { do: 'cut' } : { do: pick(['stall', 'mute', 'refuse']), forMs: 200 + below(4_000) },
            pick(['begin', 'call', 'run']),
            below(1_000),
          ),
        ];
      case 'server':
        return Array.from({ length: 1 + below(3) }, () => fault(serverFault(), often(0.7) ? pick(methods) : null));
      case 'flood':
        return [fault({ kind: 'rpcError', code: 420, type: `FLOOD_WAIT_${1 + below(2)}` })];
      case 'clock': {
        const step = at(
          { do: 'step', seconds: pick([-5, -5, -3_600, 90_000]) },
          pick(['begin', 'call', 'run']),
          below(800),
        );
        return often(0.5) ? [step] : [step, fault(serverFault())];
      }
      case 'kill': {
        const stepSeconds = often(0.75) ? 0 : pick([-5, -3_600, 90_000]);
        return [at({ do: 'kill', downMs: below(800), stepSeconds }, pick(['begin', 'call', 'run']), below(1_000))];
      }
      case 'others': {
        const other = at({ do: 'other', ask: pick(orders).ask }, pick(['begin', 'call', 'run']), 200 + below(2_500));
        // Nothing says which of two equal links is whose, unless one is too young for the other's request.
        if (often(0.5)) return [other];
        return [
          at({ do: 'skip', seconds: 21 + below(30) }, other.from, Math.max(0, other.ms - 100)),
          other,
          fault(often(0.5) ? { kind: 'silence', when: 'before' } : serverFault()),
        ];
      }
      case 'store': {
        if (often(0.2)) return [at({ do: 'lock', forMs: 100 + below(3_000) })];
        if (often(0.08)) return [at({ do: 'loseStore' })];
        const how = pick<StoreFailure>([
          'writes',
          'ledger',
          'claimed_link',
          'after claim',
          'after claim',
          'after claim',
        ]);
        const failing = at({ do: 'failStore', how, forMs: 300 + below(2_500) }, 'begin', often(0.5) ? 0 : below(1_000));
        const late = fault(
          often(0.5) ? { kind: 'silence', when: 'after' } : { kind: 'delay', ms: below(3_000), when: 'after' },
        );
        const killed = at({ do: 'kill', downMs: 0, stepSeconds: 0 }, 'run', below(2_000));
        return [failing, ...(often(0.6) ? [late] : []), ...(often(0.4) ? [killed] : [])];
      }
      case 'callers':
        return [at({ do: 'cutCallers' }, pick(['begin', 'call', 'run']), below(1_000))];
      case 'stop':
        return [at({ do: 'stop', forMs: 200 + below(2_500) }, pick(['begin', 'call']), below(1_000))];
    }
  }

  /** Everything that a session survives, −404 and SESSION_REVOKED left out. */
  function serverFault(): CallFault {
    const when = pick(['before', 'after'] as const);
    return pick<CallFault>([
      { kind: 'cut', when },
      { kind: 'cut', when },
      { kind: 'silence', when },
      { kind: 'silence', when },
      { kind: 'rpcError', code: 500, type: 'RPC_CALL_FAIL', when },
      { kind: 'garbage', when },
      { kind: 'badSalt' },
      { kind: 'transportError', code: -429, when },
      { kind: 'halfOpen', when },
      { kind: 'delay', ms: below(3_000), when },
    ]);
  }
}
