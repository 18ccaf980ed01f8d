import { StringSession } from 'telegram/sessions/index.js';

/** The session's port; GramJS reads it as a signed 16-bit number. */
export function portOf(session: StringSession): number {
  return session.port & 0xffff;
}

/** `host:port` of the server that the session belongs to, for people. */
export function addressOf(session: StringSession): string {
  return `${session.serverAddress}:${portOf(session)}`;
}

/** The same for a string session. */
export function serverOf(session: string): string {
  return addressOf(new StringSession(session));
}
