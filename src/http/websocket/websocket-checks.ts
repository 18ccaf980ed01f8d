import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RoutesOptions, routeRefusal } from '../plugins/use-routes.ts';
import type { Refusal } from '../request/refusal.ts';
import { NO_ADDRESS, readUrl } from '../request/request-url.ts';

export interface UpgradeRules extends RoutesOptions {
  /** Pages that may connect, beside those that this host serves. */
  readonly corsOrigins: readonly string[];
}

/** Why a request may not become a WebSocket, or `null`. The same rules as for HTTP, and who may connect from a browser. */
export function upgradeRefusal(request: IncomingMessage, rules: UpgradeRules): Refusal | null {
  const address = readUrl(request);
  if (address === null) return { status: 400, code: 'BAD_REQUEST', message: NO_ADDRESS };
  const refusal = routeRefusal(address, rules);
  if (refusal !== null) return refusal;
  // Browsers let any page open a WebSocket anywhere, and always say which page it is. Others send no Origin.
  const { host, origin } = request.headers;
  if (origin === undefined || rules.corsOrigins.includes(origin)) return null;
  if (URL.canParse(origin) && new URL(origin).host === host) return null;
  return {
    status: 403,
    code: 'FORBIDDEN_ORIGIN',
    message:
      'Pages of this origin may not connect: it is neither the address of the gateway nor listed in CORS_ORIGINS.',
  };
}

/** Answers instead of the upgrade, and closes. */
export function refuseUpgrade(socket: Duplex, requestId: string, { status, code, message, headers }: Refusal): void {
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const lines = Object.entries({
    connection: 'close',
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'x-request-id': requestId,
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`);
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}
