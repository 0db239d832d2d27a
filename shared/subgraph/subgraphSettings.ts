import { oneOf, port, secret, text, url } from '../config/kinds';
import { setting } from '../config/settings';
import { metricsSettings } from '../metrics/metricsSettings';
import { linkSettings } from './linkSettings';

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/** The settings that every subgraph has when it is a process of its own. */
export function subgraphSettings(defaultPort: number) {
  return {
    port: setting({ env: 'PORT', schema: port(defaultPort), description: 'The port to listen on.' }),
    host: setting({
      env: 'CORDON_HOST',
      schema: text('127.0.0.1'),
      description: 'The address to listen on; a container needs 0.0.0.0.',
    }),
    mongoUrl: setting({
      env: 'MONGODB_URL',
      schema: url('mongodb://127.0.0.1:27017'),
      description: 'The MongoDB server or replica set, with credentials where it asks for them.',
    }),
    databasePrefix: setting({
      env: 'CORDON_DATABASE_PREFIX',
      schema: text('cordon'),
      description: 'The databases are named `<prefix>_<deployable>`.',
    }),
    ...linkSettings,
    ...metricsSettings,
    retiredLinkSecret: setting({
      env: 'CORDON_LINK_RETIRED_SECRET',
      schema: secret().optional(),
      byDefault: '(none)',
      description:
        'The secret before CORDON_LINK_SECRET, with which calls are still accepted: to replace it, restart the subgraphs with both, then the gateway with the new one.',
    }),
    logLevel: setting({
      env: 'CORDON_LOG_LEVEL',
      schema: oneOf(logLevels, 'info'),
      description: 'The least level that is logged.',
    }),
  };
}
