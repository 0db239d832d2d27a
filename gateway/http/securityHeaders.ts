/** For answers that are not pages: those of the graph, errors, health. Pages set policies of their own. */
const headers = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

/** A year, in seconds: browsers then ask this host only over TLS (RFC 6797). */
const transportMaxAge = 31_536_000;

/** Returns the headers that every answer has, unless its page sets others. */
export function securityHeaders({
  overTls,
}: {
  readonly overTls: boolean;
}): Readonly<Record<string, string>> {
  return overTls ? { ...headers, 'strict-transport-security': `max-age=${transportMaxAge}` } : headers;
}
