import { join } from 'node:path';
import { z } from 'zod';
import {
  names,
  oneOf,
  optionalText,
  optionalUrl,
  port,
  someOf,
  text,
  textList,
  wholeNumber,
} from '../shared/config/kinds';
import { projectRoot } from '../shared/config/projectRoot';
import { type ConfigOf, readSettings, setting, type SettingTable } from '../shared/config/settings';
import { operatorRoles, roles } from '../shared/identity/roles';
import { metricsSettings } from '../shared/metrics/metricsSettings';
import { readLogSettings } from '../shared/config/ledgerSettings';
import { linkSettings } from '../shared/subgraph/linkSettings';
import { budgetSettings } from './budget/budgetSettings';
import { savingNames } from './metrics/savings';
import { authorizationModes } from './steps/removeForbidden';
import { executorNames } from './execution/openExecutor';
import { httpSettings } from './http/httpSettings';
import { headerNames } from './request/propagatedHeaders';

export const gatewaySettings = {
  port: setting({ env: 'PORT', schema: port(4000), description: 'The port of the gateway.' }),
  host: setting({
    env: 'CORDON_HOST',
    schema: text('127.0.0.1'),
    description: 'The address that the gateway listens on; 0.0.0.0 in a container.',
  }),
  issuers: setting({
    env: 'CORDON_ISSUERS',
    schema: optionalText(),
    byDefault: 'the one that CORDON_JWKS, CORDON_ISSUER and CORDON_AUDIENCE describe',
    description:
      'The issuer file (YAML): `version: 1`, and `issuers`. Each has its `issuer`, `audience`, `jwks` (a path or URL) and, where they are fewer than all, its `algorithms`.',
  }),
  jwks: setting({
    env: 'CORDON_JWKS',
    schema: optionalText(),
    byDefault: '(must be given, or CORDON_ISSUERS)',
    description: 'The public keys that tokens are verified with: the path or URL of a JSON Web Key Set.',
  }),
  issuer: setting({
    env: 'CORDON_ISSUER',
    schema: text('cordon-development'),
    description: 'The `iss` that a token must have.',
  }),
  audience: setting({
    env: 'CORDON_AUDIENCE',
    schema: text('cordon'),
    description: 'The `aud` that a token must have.',
  }),
  maxTokenLife: setting({
    env: 'CORDON_TOKEN_MAX_LIFE',
    schema: wholeNumber(86_400, 60, 31_622_400),
    description: 'The maximum life of a token, in seconds from its `iat` to its `exp`.',
  }),
  publicUrl: setting({
    env: 'CORDON_PUBLIC_URL',
    schema: optionalUrl(),
    byDefault: 'the scheme and host of each request',
    description:
      'The URL at which clients reach the gateway, such as `https://cordon.example`: DPoP proofs are compared with it. Needed behind a proxy.',
  }),
  mongoUrl: setting({
    env: 'MONGODB_URL',
    schema: optionalText(),
    byDefault:
      'none: nothing is revoked, each gateway remembers only the DPoP proofs that it saw, and a supergraph with restricted types is rejected',
    description:
      "The MongoDB server or replica set of the gateway's own database, with credentials where it asks for them.",
  }),
  databasePrefix: setting({
    env: 'CORDON_DATABASE_PREFIX',
    schema: text('cordon'),
    description: "The gateway's database is named `<prefix>_gateway`.",
  }),
  ...readLogSettings,
  purposeRoles: setting({
    env: 'CORDON_PURPOSE_ROLES',
    schema: someOf(roles, []),
    byDefault: '(none)',
    description:
      'The roles, with commas between them, that must say in the header `x-cordon-purpose` why they read restricted records.',
  }),
  policies: setting({
    env: 'CORDON_POLICIES',
    schema: optionalText(),
    byDefault: 'none: only the built-in policies',
    description:
      'The policy file (YAML): by which roles and claims of a token each policy (`@policy`) of the supergraph is satisfied. It is followed: a wrong one is rejected, and the one before stays in force.',
  }),
  authorization: setting({
    env: 'CORDON_AUTHORIZATION',
    schema: oneOf(authorizationModes, 'filter'),
    description:
      'The treatment of fields that a caller may not see. `filter`: null, with an error. `reject`: 403, nothing is executed. `dry-run`: the gateway answers them all the same, and logs it, for trying new requirements out.',
  }),
  operatorRoles: setting({
    env: 'CORDON_OPERATOR_ROLES',
    schema: names(operatorRoles, 'partner'),
    description:
      "The roles, with commas between them, of the operator's own people, who see all venues. A token has one of these, or a `venue`, or is rejected.",
  }),
  partners: setting({
    env: 'CORDON_PARTNERS',
    schema: optionalText(),
    byDefault: 'none: only tokens decide',
    description:
      'The partner file (YAML): the clients of partners, with their scopes, contracts, stored operations and networks. It is followed as a whole: a wrong one is rejected, and the one before stays in force.',
  }),
  ...linkSettings,
  executor: setting({
    env: 'CORDON_EXECUTOR',
    schema: oneOf(executorNames, 'compiled'),
    description:
      "The executor of operations' plans: `compiled`, the gateway's own, or `stock`, that of @apollo/gateway.",
  }),
  savings: setting({
    env: 'CORDON_SAVINGS',
    schema: someOf(savingNames),
    description:
      'The ways in which the compiled executor makes fewer calls. `representations`: equal ones of a fetch are sent once. `entities`: an entity is fetched once in a request. `waves`: concurrent fetches from a subgraph are one call. `roots`: equal root fields are fetched once. `none` for none.',
    byDefault: 'all',
  }),
  overrideLabels: setting({
    env: 'CORDON_OVERRIDE_LABELS',
    schema: textList(),
    byDefault: '(none)',
    description:
      'The labels of `@override(from:, label:)` in force, with commas between them. Their fields are fetched from the overriding subgraph, those of other labels from the one before. Shares (`percent(25)`) are rejected.',
  }),
  requestTimeoutMs: setting({
    env: 'CORDON_REQUEST_TIMEOUT_MS',
    schema: wholeNumber(15_000, 100, 600_000),
    description:
      'The deadline of a whole request, in milliseconds. A field that a subgraph has not answered by then is null, with an error on its path.',
  }),
  shareCalls: setting({
    env: 'CORDON_SHARE_CALLS',
    schema: oneOf(['on', 'off'], 'on'),
    description:
      '`on` where concurrent equal queries of one caller are one call to a subgraph. Mutations never are.',
  }),
  propagateHeaders: setting({
    env: 'CORDON_PROPAGATE_HEADERS',
    schema: headerNames(),
    description:
      'The headers of a request, with commas between them, that go on to subgraphs; `traceparent` and `tracestate` always do.',
    byDefault: '(none)',
  }),
  ...metricsSettings,
  wantedCase: setting({
    env: 'CORDON_CASE',
    schema: optionalText(),
    description:
      "The case that must be loaded in each of Cordon's subgraphs before the gateway is ready. Subgraphs of other makers need not know it.",
    byDefault: '`dprk-2023` in one process, none in a fleet',
  }),
  supergraph: setting({
    env: 'CORDON_SUPERGRAPH',
    schema: text(join(projectRoot(), 'gateway', 'supergraph', 'supergraph.graphql')),
    description:
      'The file of the supergraph. It is followed: a new one is in force within a second, a broken one is rejected.',
    byDefault: 'the one that is committed',
  }),
  oidcIssuer: setting({
    env: 'CORDON_OIDC_ISSUER',
    schema: optionalUrl(),
    byDefault: 'none: the console is opened by a link that carries a token',
    description: 'The issuer URL of the OpenID Connect provider where people sign in to the console.',
  }),
  oidcClient: setting({
    env: 'CORDON_OIDC_CLIENT',
    schema: optionalText(),
    byDefault: '(must be given with CORDON_OIDC_ISSUER)',
    description: "The console's client id with that provider: public, authorization code with PKCE.",
  }),
  maxDepth: setting({
    env: 'CORDON_MAX_DEPTH',
    schema: wholeNumber(12, 1, 100),
    description: 'The maximum depth of a query, in fields. Introspection is exempt.',
  }),
  ...budgetSettings,
  ...httpSettings,
  logLevel: setting({
    env: 'CORDON_LOG_LEVEL',
    schema: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], 'info'),
    description: 'The lowest level that is logged.',
  }),
} satisfies SettingTable;

/** One issuer is described by settings of its own, unless the issuer file describes all. */
const neededJwks = {
  ...gatewaySettings.jwks,
  schema: z.string({ message: 'is needed: the path or URL of a JSON Web Key Set' }).min(1),
};

export type GatewayConfig = ConfigOf<typeof gatewaySettings>;

/** Throws ConfigError that names every wrong variable. */
export function readGatewayConfig(env: Readonly<Record<string, string | undefined>>): GatewayConfig {
  const namesIssuers = (env[gatewaySettings.issuers.env] ?? '') !== '';
  return readSettings(namesIssuers ? gatewaySettings : { ...gatewaySettings, jwks: neededJwks }, env);
}
