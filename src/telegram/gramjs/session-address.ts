import { StringSession } from 'telegram/sessions/index.js';
import type { ServerAddress } from '../../base/server-address.ts';

/** The session's port; GramJS reads it as a signed 16-bit number. */
export function portOf(session: StringSession): number {
  return session.port & 0xffff;
}

/** `host:port` of the server that the session belongs to, for people. */
export function addressOf(session: StringSession): string {
  return `${session.serverAddress}:${portOf(session)}`;
}

/** The server that a string session belongs to: another account of the same Telegram signs in there. */
export function serverOf(session: string): ServerAddress {
  const stored = new StringSession(session);
  return { host: stored.serverAddress, port: portOf(stored), dc: stored.dcId };
}
