import { secret, wholeNumber } from '../config/kinds';
import { setting } from '../config/settings';

/** The settings that the gateway and every subgraph of a fleet must have alike. */
export const linkSettings = {
  linkSecret: setting({
    env: 'CORDON_LINK_SECRET',
    schema: secret(),
    description:
      'The secret that the gateway signs its calls to subgraphs with; the same in every deployable.',
  }),
  linkTimeoutMs: setting({
    env: 'CORDON_LINK_TIMEOUT_MS',
    schema: wholeNumber(10_000, 100, 600_000),
    description:
      'The deadline of one call to a subgraph, in milliseconds, and the life of its signature; the same in every deployable.',
  }),
};
