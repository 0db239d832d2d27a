import { BlockList, isIP } from 'node:net';

/** The networks that webhooks may reach beside the public internet: this machine, and private networks. */
export interface AllowedTargets {
  readonly loopback: boolean;
  readonly privateNetworks: boolean;
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/**
 * Networks without public servers: the IANA special-purpose registries (RFC 6890), multicast, and tunnels to
 * IPv4.
 */
const notPublic = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  notPublic.addSubnet(net, prefix, 'ipv4');
/** Public IPv6 addresses are in 2000::/3; within it, what is reserved or carries an IPv4 address. */
const publicV6 = new BlockList();
publicV6.addSubnet('2000::', 3, 'ipv6');
for (const [net, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  notPublic.addSubnet(net, prefix, 'ipv6');

/** Of an IPv6 address that stands for an IPv4 one, that one; else itself. */
function plainAddress(address: string): string {
  const [, dotted] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (dotted) return dotted;
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address) ?? [];
  if (!high || !low) return address;
  const [a, b] = [parseInt(high, 16), parseInt(low, 16)];
  return [a >> 8, a & 255, b >> 8, b & 255].join('.');
}

/**
 * Returns the reason why a call may not go to an IP address; null where it may. Every address that a name
 * resolves to is checked.
 */
export function addressProblem(written: string, allowed: AllowedTargets): string | null {
  const address = plainAddress(written);
  const family = isIP(address);
  if (family === 0) return `${JSON.stringify(written)} is no IP address`;
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  if (loopback.check(address, kind)) return allowed.loopback ? null : 'webhooks do not go to this machine';
  const isPublic = !notPublic.check(address, kind) && (family === 4 || publicV6.check(address, kind));
  return isPublic || allowed.privateNetworks
    ? null
    : 'webhooks do not go to addresses that are not of the public internet';
}

const isLoopbackHost = (host: string) =>
  host === 'localhost' ||
  host.endsWith('.localhost') ||
  (isIP(host) !== 0 && loopback.check(host, isIP(host) === 4 ? 'ipv4' : 'ipv6'));

/** The host of a URL as the network takes it: an IPv6 address without its brackets. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

const maxUrlLength = 2_000;

/**
 * Returns the reason why a URL may not be a webhook's; null where it may, by the URL. The addresses of its
 * name are checked at each call.
 */
export function targetProblem(text: string, allowed: AllowedTargets): string | null {
  if (text.length > maxUrlLength || !URL.canParse(text))
    return `it is no URL of ${maxUrlLength} characters at most`;
  const url = new URL(text);
  const host = hostOf(url);
  const isHere = isLoopbackHost(host);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) return 'webhooks go to https URLs';
  if (url.username !== '' || url.password !== '')
    return 'it holds a user name or a password: calls are signed instead';
  if (isHere) return allowed.loopback ? null : 'webhooks do not go to this machine';
  return isIP(host) === 0 ? null : addressProblem(host, allowed);
}
