import { isIP } from 'node:net';

/**
 * Tells if a text is a network in CIDR notation (RFC 4632, RFC 4291), such as `10.0.0.0/8`, or a single
 * address.
 */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
