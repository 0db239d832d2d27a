import type { Identity } from '../identity/identity';

/** The query by which the gateway sees whether a subgraph answers. Cordon's own answer it with their health. */
export const readinessQuery = '{ __typename }';

/** Under this name a subgraph of Cordon's says its cases in the `extensions` of that answer. */
export const readinessExtension = 'cordonHealth';

/** Nobody: it asks for nothing but readiness, and has no rights. */
export const readinessCaller: Identity = {
  issuer: 'cordon-gateway',
  client: null,
  venue: null,
  subject: 'readiness',
  roles: [],
  scopes: [],
  operator: false,
};
