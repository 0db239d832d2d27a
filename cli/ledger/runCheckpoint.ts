import { checkpointVerifierKey } from '@cordon/ledger';
import { CommandError } from '../command/commandError';
import { ledgerSigner, ownPublicKeys } from './ledgerKeys';
import { ledgerConfig, ledgerOf, type LedgerOptions, takeCheckpoint, withLedger } from './openLedger';

/** `cordon ledger checkpoint`: signs the ledger as it is, and prints that, for somebody outside to keep. */
export async function runCheckpoint(options: LedgerOptions): Promise<void> {
  const config = ledgerConfig(options);
  const signer = ledgerSigner(config);
  await withLedger(config, { name: ledgerOf(options), keys: ownPublicKeys(config) }, async (ledger) => {
    const checkpoint = await takeCheckpoint(ledger, signer);
    if (!checkpoint) throw new CommandError('the ledger is empty: there is nothing to sign yet');
    process.stdout.write(checkpoint.text);
  });
}

export interface KeyOptions extends LedgerOptions {
  readonly vkey?: boolean;
}

/** `cordon ledger key`: the public key, for verification elsewhere. */
export function runKey(options: KeyOptions): void {
  const { publicJwk } = ledgerSigner(ledgerConfig(options));
  const printed = options.vkey
    ? checkpointVerifierKey(ledgerOf(options), publicJwk)
    : JSON.stringify(publicJwk);
  process.stdout.write(`${printed}
`);
}
