import { gatewaySettings } from '../../gateway/config';
import { readIssuerFile } from '../../gateway/tokens/issuerFile';
import { readSettings } from '../../shared/config/settings';
import { usageError } from '../command/commandError';
import { withGateway, withStore } from '../databases/withDatabases';

export interface RevokeOptions {
  readonly jti?: string;
  readonly client?: string;
  readonly subject?: string;
  readonly before?: string;
  readonly issuer?: string;
  readonly dataDir?: string;
}

/** `cordon token revoke`: records a revocation in the gateway's database, beside running gateways or without one. */
export async function runRevoke(options: RevokeOptions): Promise<void> {
  const { kind, value } = namedBy(options);
  const given = instantOf(options);
  const issuer = issuerOf(options);
  const before = await withStore(options.dataDir, (target) =>
    withGateway(target, ({ revocations }) => revocations.add({ kind, value, issuer, before: given })),
  );
  const which = kind === 'jti' ? '' : ` issued up to ${before.toISOString()}`;
  process.stdout.write(`revoked: tokens with ${kind} ${JSON.stringify(value)}${which}\n`);
}

function namedBy({ jti, client, subject }: RevokeOptions) {
  const named = Object.entries({ jti, client, subject }).filter(([, value]) => value !== undefined);
  const [[kind, value] = ['', '']] = named;
  if (named.length !== 1 || !value) throw usageError('give one of --jti, --client and --subject');
  return { kind: kind as 'jti' | 'client' | 'subject', value };
}

/** The issuer that a revocation is confined to. One that no token has would revoke nothing. */
function issuerOf({ issuer }: RevokeOptions): string | null {
  if (issuer === undefined) return null;
  const { issuers, issuer: only } = gatewaySettings;
  const config = readSettings({ issuers, issuer: only }, process.env);
  const configured =
    config.issuers === undefined
      ? [config.issuer]
      : readIssuerFile(config.issuers).map((described) => described.issuer);
  if (configured.includes(issuer)) return issuer;
  throw usageError(
    `--issuer ${issuer}: CORDON_ISSUERS or CORDON_ISSUER names no such issuer, but ${configured.join(', ')}`,
  );
}

/** Undefined: now, by the clock of the store. */
function instantOf({ jti, before }: RevokeOptions): Date | undefined {
  if (before === undefined) return undefined;
  if (jti !== undefined)
    throw usageError('--before is for --client and --subject: a token with --jti is revoked as such');
  const instant = new Date(before);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(before) || Number.isNaN(instant.getTime()))
    throw usageError(`--before ${before}: an instant is expected, such as 2026-11-29T08:00:00Z`);
  return instant;
}
