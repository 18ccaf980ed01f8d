/** An MTProto server that is not Telegram's own. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  /** The data centre that it is. */
  readonly dc: number;
}

/** What a server of one's own is, unless told otherwise. */
export const USUAL_DC = 2;

/** `host:port` or `[IPv6]:port`; a text that says what it has to be where it is none. */
export function readServerAddress(text: string): Omit<ServerAddress, 'dc'> | string {
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:\s]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  if (host === undefined) return 'is not HOST:PORT, such as 127.0.0.1:20443.';
  if (port < 1 || port > 65_535) return 'has no port from 1 to 65535.';
  // GramJS misreads a string session with a shorter one.
  if (host.length < 4 || host.length > 100)
    return 'has to have a host of 4 to 100 characters; write ::1 as 0:0:0:0:0:0:0:1.';
  return { host, port };
}
