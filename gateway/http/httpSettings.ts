import { z } from 'zod';
import { oneOf, optionalText, textList, wholeNumber } from '../../shared/config/kinds';
import { isNetwork } from '../../shared/http/networks';
import { type ConfigOf, setting, type SettingTable } from '../../shared/config/settings';
import { roles } from '../../shared/identity/roles';

const listOf = (isOne: (text: string) => boolean, message: string) =>
  textList().refine((given) => given.every(isOne), { message });

/** An origin as browsers send it: a scheme, a host, and a port where it is not the scheme's own. */
const isOrigin = (text: string) =>
  /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;

const introspectionRoles = () =>
  z
    .string()
    .default('all')
    .transform((given, context): 'all' | readonly string[] => {
      if (given === 'all') return 'all';
      if (given === 'none') return [];
      const named = given.split(',').map((role) => role.trim());
      if (named.some((role) => !(roles as readonly string[]).includes(role)))
        context.addIssue(`all, none, or roles with commas between them are needed, of ${roles.join(', ')}`);
      return named;
    });

/** The settings of the HTTP server. */
export const httpSettings = {
  tlsCertificate: setting({
    env: 'CORDON_TLS_CERTIFICATE',
    schema: optionalText(),
    byDefault: 'none: TLS is terminated before the gateway, or not at all',
    description:
      'The file of the certificate with its chain (PEM), where the gateway terminates TLS itself. It is followed: a renewed one counts within a second.',
  }),
  tlsKey: setting({
    env: 'CORDON_TLS_KEY',
    schema: optionalText(),
    byDefault: '(must be given with CORDON_TLS_CERTIFICATE)',
    description: "The file of the certificate's private key (PEM).",
  }),
  tlsClientCertificates: setting({
    env: 'CORDON_TLS_CLIENT_CERTIFICATES',
    schema: oneOf(['off', 'request'], 'off'),
    description:
      '`request` asks clients for a certificate, which tokens with `cnf.x5t#S256` are bound to (RFC 8705). A client without one is accepted, except with such tokens.',
  }),
  http2: setting({
    env: 'CORDON_HTTP2',
    schema: oneOf(['on', 'off'], 'on'),
    description: '`on` offers HTTP/2 over TLS (ALPN); HTTP/1.1 always is.',
  }),
  corsOrigins: setting({
    env: 'CORDON_CORS_ORIGINS',
    schema: listOf(isOrigin, 'origins with commas between them are needed, such as https://desk.example'),
    byDefault: '(none)',
    description:
      'The origins, with commas between them, whose pages may ask the graph (CORS). The console needs none.',
  }),
  trustedProxies: setting({
    env: 'CORDON_TRUSTED_PROXIES',
    schema: listOf(isNetwork, 'addresses or networks (CIDR) with commas between them are needed'),
    byDefault: '(none)',
    description:
      "The addresses or networks, with commas between them, of the proxies before the gateway: from these `x-forwarded-for`, `-proto` and `-host` are believed. Without them a proxy's address is taken for every client's.",
  }),
  introspection: setting({
    env: 'CORDON_INTROSPECTION',
    schema: introspectionRoles(),
    description:
      'The callers who may introspect the schema: `all`, `none`, or roles with commas between them. Others get no suggestions either.',
  }),
  explorer: setting({
    env: 'CORDON_EXPLORER',
    schema: oneOf(['on', 'off'], 'on'),
    description: '`on` serves the explorer at /explorer.',
  }),
  consolePlans: setting({
    env: 'CORDON_CONSOLE_PLANS',
    schema: oneOf(['on', 'off'], 'on'),
    description:
      "`on` plans the console's operations at the start, for the scopes of each role; `off` plans each when it is first requested.",
  }),
  maxUploadBytes: setting({
    env: 'CORDON_UPLOAD_MAX_BYTES',
    schema: wholeNumber(1_073_741_824, 1_024, 17_179_869_184),
    description: 'Maximum size of an upload of a list or of transfers, in bytes, all its files together.',
  }),
  shutdownDelayMs: setting({
    env: 'CORDON_SHUTDOWN_DELAY_MS',
    schema: wholeNumber(0, 0, 300_000),
    description:
      'The time for which the gateway still takes requests after SIGTERM, in milliseconds, while /health/ready is 503. Make it longer than the load balancer takes to see that.',
  }),
} satisfies SettingTable;

export type HttpConfig = ConfigOf<typeof httpSettings>;
