import { createHash } from 'node:crypto';

const AUTH_KEY_BYTES = 256;

/**
 * A name for the account's session that tells nothing of it: SHA-256 of its authorization key, in hex. The key stands at
 * the end of a string session, whoever wrote it.
 */
export function sessionScope(session: string): string {
  const bytes = Buffer.from(session.slice(1), 'base64');
  return createHash('sha256').update(bytes.subarray(-AUTH_KEY_BYTES)).digest('hex');
}
