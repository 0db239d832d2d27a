import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../shared/config/projectRoot';

const folder = join(projectRoot(), 'test', 'support', 'tls');

/** Certificates that are their own issuers, and keep nothing secret: of `localhost` and 127.0.0.1, and of a client. */
export const tlsFiles = {
  server: { cert: join(folder, 'server.crt'), key: join(folder, 'server.key') },
  client: { cert: join(folder, 'client.crt'), key: join(folder, 'client.key') },
};

export const readPair = ({ cert, key }: { readonly cert: string; readonly key: string }) => ({
  cert: readFileSync(cert, 'utf8'),
  key: readFileSync(key, 'utf8'),
});
