import { isIP } from 'node:net';

/**
 * Whether a host name or address can only be reached from this machine: 127.0.0.0/8, `::1` (with or without brackets),
 * their IPv4-mapped form, `localhost`. Every other name is refused, since a name can be made to resolve anywhere.
 */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (bare === 'localhost') return true;
  const v4 = bare.replace(/^::ffff:(?=\d)/, '');
  if (isIP(v4) === 4) return v4.startsWith('127.');
  return isIP(bare) === 6 && new URL(`http://[${bare}]`).hostname === '[::1]';
}
