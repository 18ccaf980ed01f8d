import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** Where a request comes from. */
export type ClientAddress = (request: IncomingMessage) => string;

/**
 * The address at the other end of the connection; when that is a proxy of `trusted` (addresses and CIDR ranges), the right-most
 * address of `X-Forwarded-For` that is no such proxy. What stands left of it is whatever its sender liked.
 */
export function createClientAddress(trusted: readonly string[]): ClientAddress {
  const proxies = new BlockList();
  for (const range of trusted) {
    const [address = '', prefix] = range.split('/');
    if (prefix === undefined) proxies.addAddress(address, familyOf(address));
    else proxies.addSubnet(address, Number(prefix), familyOf(address));
  }
  return ({ socket, headers }) => {
    let address = plainAddress(socket.remoteAddress ?? '');
    if (trusted.length === 0) return address;
    const hops = String(headers['x-forwarded-for'] ?? '').split(',');
    while (isIP(address) !== 0 && proxies.check(address, familyOf(address))) {
      const next = plainAddress(withoutPort(hops.pop()?.trim() ?? ''));
      if (isIP(next) === 0) break;
      address = next;
    }
    return address;
  };
}

/** What one customer of a network provider has: an IPv4 address, or the 64 leading bits of an IPv6 one, as text. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const [left = [], right] = address.split('::').map((part) => part.split(':'));
  const zeros = right ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : [];
  return [...left, ...zeros, ...(right ?? [])]
    .slice(0, 4)
    .map((group) => Number.parseInt(group || '0', 16))
    .join(':');
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

/** A socket of both families tells an IPv4 address in the form of the other. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=[\d.]+$)/i, '');
}

/** Some proxies write `192.0.2.1:4711` and `[2001:db8::1]:4711`. */
function withoutPort(hop: string): string {
  return hop.replace(/^\[(.*)\](?::\d+)?$|^([\d.]+):\d+$/, '$1$2');
}
