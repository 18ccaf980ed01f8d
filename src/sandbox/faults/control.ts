/**
 * Faults over HTTP, for who rehearses error screens without writing TypeScript: GET, POST and DELETE /faults,
 * DELETE /faults/:id, GET /calls. JSON in, JSON out, on 127.0.0.1 alone.
 *
 * There is no key: whoever runs programs on this machine may drive it. Pages in a browser may not: a request that has
 * an Origin, another Host than this one's, or a body that is not declared as JSON is refused.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Dispatcher } from '../dispatcher.ts';
import { ControlPortError } from './control-port-error.ts';
import type { Faults } from './faults.ts';
import { documentedName } from './method-name.ts';
import { FaultRuleError, readRule } from './read-rule.ts';

interface Control {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  close(): Promise<void>;
}

interface ControlOptions {
  /** 0 takes any free one. */
  readonly port: number;
  readonly faults: Faults;
  /** Its calls are counted from here on. */
  readonly dispatcher: Pick<Dispatcher, 'watch'>;
}

/** What a request is answered with: a status and what becomes its JSON; no body where that is `null`. */
interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly allow?: string;
}

const HOST = '127.0.0.1';
/** Bytes; a rule has a few hundred. */
const MAX_BODY = 64 * 1024;

/** Rejects with ControlPortError where the port is taken. */
export async function startControl({ port, faults, dispatcher }: ControlOptions): Promise<Control> {
  const counts = new Map<string, number>();
  const stopCounting = dispatcher.watch(({ method }) => {
    const name = documentedName(method);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  });
  const server = createServer((request, response) => {
    answer(request).then(
      (answered) => send(response, answered),
      // The client went away in the middle of its body.
      () => response.destroy(),
    );
  });

  async function answer(request: IncomingMessage): Promise<Answer> {
    const { method = '', headers } = request;
    if (!isOwnHost(headers.host, server.address())) return refusal(403, `use http://${HOST} and its port as the host`);
    if (headers.origin !== undefined) return refusal(403, 'pages in a browser may not drive the sandbox');
    const path = new URL(request.url ?? '/', 'http://sandbox').pathname;
    const id = /^\/faults\/(\d{1,9})$/.exec(path)?.[1];
    if (id !== undefined) {
      if (method !== 'DELETE') return notAllowed('DELETE');
      return faults.remove(Number(id)) ? DONE : refusal(404, `there is no rule ${id}`);
    }
    if (path === '/calls') {
      return method === 'GET' ? found({ calls: Object.fromEntries(counts) }) : notAllowed('GET');
    }
    if (path !== '/faults') return refusal(404, 'there are /faults, /faults/:id and /calls');
    if (method === 'GET') return found({ faults: faults.list() });
    if (method === 'POST') return addRule(request, faults);
    if (method !== 'DELETE') return notAllowed('GET, POST, DELETE');
    faults.clear();
    return DONE;
  }

  server.listen(port, HOST);
  try {
    await once(server, 'listening');
  } catch (error) {
    stopCounting();
    const code = error instanceof Error && 'code' in error ? error.code : 'no reason given';
    throw new ControlPortError(`port ${port} on ${HOST} cannot be opened for the sandbox's control (${code})`, {
      cause: error,
    });
  }
  return {
    url: `http://${HOST}:${portOf(server.address())}`,
    async close() {
      stopCounting();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const DONE: Answer = { status: 204, body: null };

function found(body: unknown): Answer {
  return { status: 200, body };
}

function refusal(status: number, error: string): Answer {
  return { status, body: { error } };
}

function notAllowed(allow: string): Answer {
  return { ...refusal(405, `allowed here: ${allow}`), allow };
}

async function addRule(request: IncomingMessage, faults: Faults): Promise<Answer> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return refusal(415, 'the content-type must be application/json');
  const text = await readBody(request);
  if (text === null) return refusal(413, `a rule has at most ${MAX_BODY} bytes`);
  let rule: unknown;
  try {
    rule = JSON.parse(text);
  } catch {
    return refusal(400, 'the body is not JSON');
  }
  try {
    const { id } = faults.add(readRule(rule));
    return { status: 201, body: faults.list().find((report) => report.id === id) };
  } catch (error) {
    if (error instanceof FaultRuleError) return refusal(400, error.message);
    throw error;
  }
}

/** `null` for one that is too long. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > MAX_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function send(response: ServerResponse, { status, body, allow }: Answer): void {
  if (allow !== undefined) response.setHeader('allow', allow);
  if (body === null) {
    response.writeHead(status).end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(body)}\n`);
}

type Address = ReturnType<ReturnType<typeof createServer>['address']>;

function portOf(address: Address): number {
  return typeof address === 'object' && address ? address.port : 0;
}

/** A name that an attacker lets point at 127.0.0.1 is another host (DNS rebinding). */
function isOwnHost(host: string | undefined, address: Address): boolean {
  return [HOST, 'localhost'].some((name) => host === `${name}:${portOf(address)}`);
}
