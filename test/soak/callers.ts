import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { seededChance } from '../../src/sandbox/faults/seeded-chance.ts';
import { ask, post, type Reply } from '../fault/ask.ts';
import { subscribeSse } from '../support/subscribe-sse.ts';

/** One request for one link, however often it was sent. */
export interface Asked {
  readonly title: string;
  readonly replies: readonly Reply[];
}

/** What the callers were told, to be held against the world. */
export interface Told {
  readonly exports: Asked[];
  /** Title that each link was given last and that its caller was told is there; links with unknown edits are left out. */
  readonly titles: Map<string, string>;
  /** Links that their callers were told are revoked. */
  readonly revoked: Set<string>;
  /** How many of each answer came, by operation and type. */
  readonly answers: Map<string, number>;
  /** Milliseconds of the slowest answer. */
  slowestMs: number;
  events: number;
}

export interface Load {
  readonly url: string;
  readonly callers: number;
  /** Operations a second of all callers together. */
  readonly rate: number;
  readonly seed: number;
  /** Whether the mutations take an idempotencyKey. */
  readonly keyed: boolean;
}

export const DEADLINE_MS = 4_000;

const mutation = (name: string, input: string) => `mutation ($input: ${input}!) { result: ${name}(input: $input) {
  __typename ... on ExportedChatInvite { link title revoked } ... on Error { message } ... on TelegramUnavailableError { outcome }
} }`;
const EXPORT = mutation('exportChatInvite', 'ExportChatInviteInput');
const EDIT = mutation('editExportedChatInvite', 'EditExportedChatInviteInput');
const REVOKE = mutation('revokeExportedChatInvite', 'RevokeExportedChatInviteInput');
const READ = `{ chat(peer: "sandbox_community") { title permanentInvite { link }
  exportedInvites(first: 20) { totalCount edges { node { link title admin { firstName } } } } } account { user { username } } }`;
const WATCH = 'subscription { chatJoinRequests(peer: "sandbox_community") { date user { firstName } } }';
const PEER = 'sandbox_community';
/** How often a caller that keeps its key asks again for what it was not told. */
const MOST_REPEATS = 10;

/** Has everybody call at a steady rate until the signal aborts; resolves when the last answer is there. */
export async function call(load: Load, told: Told, signal: AbortSignal): Promise<void> {
  const each = Array.from({ length: load.callers }, (_, number) => oneCaller(load, number, told, signal));
  const watchers = Array.from({ length: 4 }, (_, number) => oneWatcher(load.url, number, told, signal));
  await Promise.all([...each, ...watchers]);
}

async function oneCaller({ url, callers, rate, seed, keyed }: Load, number: number, told: Told, signal: AbortSignal) {
  const chance = seededChance(seed * 1000 + number);
  const links: string[] = [];
  const pauseMs = (callers / rate) * 1000;
  let count = 0;

  async function send(operation: string, query: string, input: object): Promise<Reply> {
    const reply = await ask(url, query, { peer: PEER, ...input }, DEADLINE_MS);
    note(told, operation, reply.type, reply.ms);
    return reply;
  }

  async function exportOne(key: string | null, title: string): Promise<void> {
    const replies: Reply[] = [];
    // Without a key a caller does not know better than to leave it at what it was told.
    for (let tries = 0; tries < (key === null ? 1 : MOST_REPEATS); tries += 1) {
      const operation = key === null ? 'export' : 'export with key';
      const reply = await send(operation, EXPORT, { title, ...(key !== null && { idempotencyKey: key }) });
      replies.push(reply);
      if (reply.verdict !== 'UNKNOWN' && (reply.verdict !== 'DONE' || chance() < 0.8)) break;
    }
    told.exports.push({ title, replies });
    const link = replies.at(-1)?.result['link'];
    if (typeof link === 'string' && links.length < 50) links.push(link);
  }

  async function editOne(link: string): Promise<void> {
    const title = `e ${number}.${++count}`;
    const reply = await send('edit', EDIT, { link, title });
    if (reply.verdict === 'DONE') told.titles.set(link, title);
    if (reply.verdict === 'UNKNOWN') {
      told.titles.delete(link);
      links.splice(links.indexOf(link), 1);
    }
  }

  async function revokeOne(link: string): Promise<void> {
    links.splice(links.indexOf(link), 1);
    const reply = await send('revoke', REVOKE, { link });
    if (reply.verdict === 'DONE') told.revoked.add(link);
  }

  while (!signal.aborted) {
    await wait(pauseMs * (0.5 + chance()), undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    const dice = chance();
    const link = links[Math.floor(chance() * links.length)];
    // A third ask for the same as everybody else: those links are told apart by nothing but the claim on them.
    if (dice < 0.2) await exportOne(null, 'poster');
    else if (dice < 0.45) await exportOne(null, `x ${number}.${++count}`);
    else if (dice < 0.6) await exportOne(keyed ? randomUUID() : null, `k ${number}.${++count}`);
    else if (dice < 0.7 && link) await editOne(link);
    else if (dice < 0.75 && link) await revokeOne(link);
    else await read(url, told);
  }
}

async function read(url: string, told: Told): Promise<void> {
  const startedAt = performance.now();
  let type: string;
  try {
    const response = await post(url, { query: READ }, DEADLINE_MS);
    // JSON is untyped; GraphQL says that errors have this shape.
    const { errors } = (await response.json()) as { errors?: { extensions?: { code?: string } }[] };
    type = errors ? String(errors[0]?.extensions?.code) : 'data';
  } catch (error) {
    type = `no answer: ${error instanceof Error ? error.name : 'unknown'}`;
  }
  note(told, 'read', type, performance.now() - startedAt);
}

/** Comes and goes as a browser's tab does. */
async function oneWatcher(url: string, number: number, told: Told, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const stay = AbortSignal.any([signal, AbortSignal.timeout(20_000 + 5_000 * number)]);
    try {
      await using subscription = await subscribeSse(url, WATCH);
      const leave = () => void subscription.close();
      stay.addEventListener('abort', leave);
      for await (const result of subscription) {
        if (result.errors) note(told, 'subscription', String(result.errors[0]?.extensions?.['code']), 0);
        else told.events += 1;
      }
    } catch (error) {
      if (!stay.aborted) note(told, 'subscription', `ended: ${error instanceof Error ? error.message : ''}`, 0);
    }
    await wait(500, undefined, { signal }).catch(() => {});
  }
}

function note(told: Told, operation: string, type: string, ms: number): void {
  const name = `${operation}: ${type}`;
  told.answers.set(name, (told.answers.get(name) ?? 0) + 1);
  told.slowestMs = Math.max(told.slowestMs, Math.round(ms));
}
