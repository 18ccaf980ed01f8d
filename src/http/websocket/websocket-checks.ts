import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { STATUS_CODES } from '../node-http.ts';
import { type RoutesOptions, routeRefusal } from '../plugins/use-routes.ts';
import type { Origins } from '../request/origins.ts';
import type { Refusal } from '../request/refusal.ts';
import { NO_ADDRESS, readUrl } from '../request/request-url.ts';

export interface UpgradeRules extends RoutesOptions {
  readonly origins: Origins;
}

/** Why a request may not become a WebSocket, or `null`. The same rules as for HTTP, and who may connect from a browser. */
export function upgradeRefusal(request: IncomingMessage, rules: UpgradeRules): Refusal | null {
  const address = readUrl(request);
  if (address === null) return { status: 400, code: 'BAD_REQUEST', message: NO_ADDRESS };
  // Browsers let any page open a WebSocket anywhere, and always say which page it is.
  const header = (name: string) => request.headers[name]?.toString();
  return routeRefusal(address, rules) ?? rules.origins.refusal(header);
}

/** Answers instead of the upgrade, and closes. */
export function refuseUpgrade(socket: Duplex, requestId: string, refusal: Refusal): void {
  const { status, statusText = STATUS_CODES[status], code, message, headers } = refusal;
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] });
  const lines = Object.entries({
    connection: 'close',
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'x-request-id': requestId,
    ...headers,
  }).map(([name, value]) => `${name}: ${value}`);
  socket.once('finish', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${statusText}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}
