import { oneOf, port, text, url } from '../config/kinds';
import { setting } from '../config/settings';
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
    logLevel: setting({
      env: 'CORDON_LOG_LEVEL',
      schema: oneOf(logLevels, 'info'),
      description: 'The least level that is logged.',
    }),
  };
}
