import { type Role, roles } from '../../shared/identity/roles';
import { isCanonicalSubject } from '../../shared/identity/subject';
import { usageError } from '../command/commandError';
import { readCliConfig } from '../config/config';
import { prepareDataFolder } from '../config/dataFolder';
import { developmentKeys } from './developmentKeys';
import { readTokenTerms } from './tokenTerms';
import { signInLink } from './signInLink';
import { signToken } from './signToken';

export interface TokenOptions {
  /** Needed: it is checked here, since `cordon token` has commands below it that take none. */
  readonly role?: Role;
  readonly venue?: string;
  readonly client?: string;
  readonly subject?: string;
  readonly dataDir?: string;
  /** Print the address that opens the console signed in, and not the token. */
  readonly link?: boolean;
}

/** `cordon token`: prints a development token and nothing else. Rejected where a JWKS is configured. */
export async function runToken(options: TokenOptions): Promise<void> {
  const { role, venue, client, subject, dataDir, link } = options;
  const terms = readTokenTerms(process.env);
  if (terms.jwks ?? terms.issuers) {
    throw usageError(
      'CORDON_JWKS or CORDON_ISSUERS names the keys that this deployment trusts: ask its identity provider for a token',
    );
  }
  if (role === undefined) throw usageError(`--role is needed: one of ${roles.join(', ')}`);
  if (role === 'partner' && !venue) throw usageError('a partner speaks for a venue: give --venue <id>');
  if (role !== 'partner' && venue)
    throw usageError(`--venue is for partners; a token for ${role} is not confined to a venue`);
  if (subject !== undefined && !isCanonicalSubject(subject))
    throw usageError(
      'the gateway rejects this subject: give one in NFKC form, without white space or invisible characters',
    );
  const folder = dataDir ?? readCliConfig(process.env).dataDir;
  prepareDataFolder(folder);
  const claims = {
    issuer: terms.issuer,
    audience: terms.audience,
    role,
    subject: subject ?? role,
    ...(venue ? { venue } : {}),
    ...(client ? { client } : {}),
  };
  const token = await signToken(await developmentKeys(folder), claims);
  process.stdout.write(`${link ? signInLink(`http://${terms.host}:${terms.port}`, token) : token}\n`);
}
