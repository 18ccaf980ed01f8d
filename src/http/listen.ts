import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The address cannot be listened on. The message is for the person who starts the gateway. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** What each of Node's codes means for the person, after "Cannot listen on HOST port PORT: ". */
const REASONS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'the port is already in use. Stop the other program, or choose another PORT.',
  EACCES: 'the system does not allow it; ports below 1024 often need privileges. Choose another PORT.',
  EADDRNOTAVAIL: 'this machine does not have that address. Choose another HOST.',
  ENOTFOUND: 'the host name is unknown. Choose another HOST.',
};

/**
 * Starts listening and answers the address really taken.
 * @throws {ListenError}
 */
export async function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  try {
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = REASONS[code] ?? `the system refused it (${code || 'no reason given'}).`;
    throw new ListenError(`Cannot listen on ${host} port ${port}: ${reason}`, { cause: error });
  }
  const address = server.address();
  if (address === null || typeof address === 'string') throw new ListenError(`Cannot listen on ${host} port ${port}.`);
  return address;
}
