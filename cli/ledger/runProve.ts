import {
  type Checkpoint,
  type CheckpointSigner,
  type KnownKeys,
  proveEvent,
  readCheckpoint,
} from '@cordon/ledger';
import { CommandError } from '../command/commandError';
import { readText } from '../command/readText';
import { ledgerSigner, ownPublicKeys } from './ledgerKeys';
import {
  ledgerConfig,
  ledgerOf,
  type LedgerOptions,
  type OpenLedger,
  takeCheckpoint,
  withLedger,
} from './openLedger';

export interface ProveOptions extends LedgerOptions {
  readonly checkpoint?: string;
}

/** `cordon ledger prove <sequence>`: that one event is under a checkpoint; by default the last, or a new one that covers it. */
export async function runProve(sequence: number, options: ProveOptions): Promise<void> {
  const config = ledgerConfig(options);
  const signer = ledgerSigner(config);
  const keys = ownPublicKeys(config);
  await withLedger(config, { name: ledgerOf(options), keys }, async (ledger) => {
    const checkpoint =
      options.checkpoint === undefined
        ? await coveringCheckpoint(ledger, sequence, signer)
        : givenCheckpoint(options.checkpoint, { ledger: ledger.name, keys });
    try {
      process.stdout.write(`${JSON.stringify(await proveEvent(ledger.events, sequence, checkpoint))}\n`);
    } catch (error) {
      throw error instanceof RangeError ? new CommandError(error.message) : error;
    }
  });
}

async function coveringCheckpoint(
  ledger: OpenLedger,
  sequence: number,
  signer: CheckpointSigner,
): Promise<Checkpoint> {
  const last = await ledger.checkpoints.latest();
  const covering = last && last.sequence >= sequence ? last : await takeCheckpoint(ledger, signer);
  if (!covering) throw new CommandError('the ledger is empty: there is nothing to prove');
  return covering;
}

function givenCheckpoint(file: string, known: KnownKeys): Checkpoint {
  const read = readCheckpoint(readText(file), known);
  if ('problem' in read) throw new CommandError(`the checkpoint ${file} does not count: ${read.problem}`);
  return read.checkpoint;
}
