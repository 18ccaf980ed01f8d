import { DESTROY_AUTH_KEY_OK, DESTROY_SESSION_NONE, DESTROY_SESSION_OK } from '../tl/constructors.ts';
import { tlLong, tlUint } from '../tl/writer.ts';
import type { ServiceMessage } from './service-message.ts';

/** destroy_session: forgets another session of the same key. The own one cannot be: it is answered as if it were not there. */
export function destroySession({ session, reader }: ServiceMessage): void {
  const id = reader.long();
  const other = id === session.id ? undefined : session.key.sessions.get(id);
  other?.end();
  if (other) session.key.sessions.delete(id);
  const body = Buffer.concat([tlUint(other ? DESTROY_SESSION_OK : DESTROY_SESSION_NONE), tlLong(id)]);
  session.send(body, { content: false, reply: true });
}

/** destroy_auth_key: the key that this message is encrypted with is forgotten, its connections close. */
export function destroyAuthKey({ core, session }: ServiceMessage): void {
  session.send(tlUint(DESTROY_AUTH_KEY_OK), { content: false, reply: true });
  core.removeKey(session.key.authKey.id);
}
