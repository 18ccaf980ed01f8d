import { Agent, type ClientRequest, request } from 'node:http';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { API_KEYS } from './gateway.ts';
import type { Ask, Send } from './history.ts';

/** What an answer says of the effect that was asked for; see test/fault/ask.ts. `BROKEN`: none of the contract's answers came. */
export type Verdict = 'DONE' | 'NOT_DONE' | 'UNKNOWN' | 'BROKEN';

export interface Answer {
  readonly verdict: Verdict;
  /** The union's member, with its outcome where it has one; else what came in place of an answer. */
  readonly type: string;
  /** The link that the caller was given. */
  readonly link: string | null;
  readonly retryAfterSeconds: number | null;
}

const FIELDS: Readonly<Record<Ask['verb'], string>> = {
  export: 'exportChatInvite',
  exportPrimary: 'exportChatInvite',
  edit: 'editExportedChatInvite',
  revoke: 'revokeExportedChatInvite',
  delete: 'deleteExportedChatInvite',
  deleteRevoked: 'deleteRevokedExportedChatInvites',
  hide: 'hideChatJoinRequest',
  hideAll: 'hideAllChatJoinRequests',
  import: 'importChatInvite',
};
const MEMBERS: Readonly<Partial<Record<Ask['verb'], string>>> = {
  export: '... on ExportedChatInvite { link }',
  exportPrimary: '... on ExportedChatInvite { link }',
  revoke: '... on ExportedChatInviteReplaced { newInvite { link } }',
};

function documentFor(verb: Ask['verb']): string {
  const field = FIELDS[verb];
  return `mutation ($input: ${field[0]?.toUpperCase()}${field.slice(1)}Input!) { result: ${field}(input: $input) {
    __typename ${MEMBERS[verb] ?? ''} ... on TelegramUnavailableError { outcome } ... on FloodWaitError { retryAfterSeconds } } }`;
}

export interface Question {
  readonly verb: Ask['verb'];
  readonly input: object;
  readonly caller: number;
  readonly deadlineMs: number;
  readonly over: Send['over'];
}

/** How long a caller waits behind its deadline before it takes the answer for one that hangs. */
const PATIENCE_MS = 8_000;

/** The callers of one gateway and their connections. */
export interface Client extends Disposable {
  /** Never rejects. */
  ask(url: string, question: Question): Promise<Answer>;
  /** Breaks the connection of every request that is under way. */
  cut(): void;
}

export function createCallers(): Client {
  const agent = new Agent({ keepAlive: true });
  const underWay = new Set<() => void>();

  async function ask(url: string, question: Question): Promise<Answer> {
    const patience = AbortSignal.timeout(question.deadlineMs + PATIENCE_MS);
    const payload = { query: documentFor(question.verb), variables: { input: question.input } };
    try {
      const sending = question.over === 'websocket' ? overWebSocket : overHttp;
      return read(await sending(url, question, payload, patience));
    } catch (error) {
      const type = patience.aborted ? 'no answer' : error instanceof Error ? error.message : 'closed';
      return { verdict: 'BROKEN', type, link: null, retryAfterSeconds: null };
    }
  }

  async function overHttp(url: string, { over, caller, deadlineMs }: Question, payload: object, signal: AbortSignal) {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const sent: ClientRequest = request(
      url,
      {
        method: 'POST',
        agent: over === 'kept connection' ? agent : false,
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          authorization: `Bearer ${API_KEYS[caller]}`,
          'x-deadline-ms': String(deadlineMs),
        },
        signal,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve(JSON.parse(text));
          else reject(new Error(`${response.statusCode} ${text.slice(0, 200)}`));
        });
      },
    );
    const cut = () => sent.destroy(new Error('cut'));
    underWay.add(cut);
    sent.on('error', reject);
    // JSON.stringify writes a lone surrogate as \ud800, which is what a careless frontend sends.
    sent.end(JSON.stringify(payload));
    return promise.finally(() => underWay.delete(cut));
  }

  async function overWebSocket(
    url: string,
    { caller, deadlineMs }: Question,
    payload: { query: string; variables: Record<string, unknown> },
    signal: AbortSignal,
  ) {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const client = createClient({
      url: url.replace(/^http/, 'ws'),
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocols: string[]) {
          super(address, protocols, { headers: { authorization: `Bearer ${API_KEYS[caller]}` } });
          this.on('error', () => {}); // the client hears of it as well, while it listens
        }
      },
      connectionParams: { 'x-deadline-ms': deadlineMs },
      retryAttempts: 0,
    });
    const cut = () => {
      client.terminate();
      reject(new Error('cut'));
    };
    underWay.add(cut);
    signal.addEventListener('abort', cut);
    client.subscribe(payload, {
      next: resolve,
      error: (error) => reject(asError(error)),
      complete: () => reject(new Error('no result')),
    });
    return promise.finally(() => {
      underWay.delete(cut);
      signal.removeEventListener('abort', cut);
      void client.dispose();
    });
  }

  return {
    ask,
    cut() {
      for (const cut of underWay) cut();
    },
    [Symbol.dispose]: () => agent.destroy(),
  };
}

/** What a WebSocket ends with is an event, an error or a list of GraphQL's errors. */
function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(JSON.stringify(error) ?? 'closed');
}

interface Result {
  readonly __typename: string;
  readonly link?: string;
  readonly newInvite?: { readonly link: string };
  readonly outcome?: string;
  readonly retryAfterSeconds?: number;
}

function read(response: unknown): Answer {
  // JSON is untyped; the documents here have one field of that name.
  const { data, errors } = response as { data?: { result?: Result } | null; errors?: unknown };
  const result = data?.result;
  if (errors !== undefined || !result) throw new Error(`errors: ${JSON.stringify(errors).slice(0, 300)}`);
  const { __typename: name, outcome } = result;
  const link = result.link ?? result.newInvite?.link ?? null;
  const given = { link, retryAfterSeconds: result.retryAfterSeconds ?? null };
  if (!name.endsWith('Error')) return { verdict: 'DONE', type: name, ...given };
  if (outcome === undefined) return { verdict: 'NOT_DONE', type: name, ...given };
  return { verdict: outcome === 'UNKNOWN' ? 'UNKNOWN' : 'NOT_DONE', type: `${name} ${outcome}`, ...given };
}
