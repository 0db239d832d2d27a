import { canonicalAssetId } from '../../../shared/caip/assets';
import type { TransferRecord } from './transfer.record';
import type { UtxoInput, UtxoTransactionRecord } from './utxoTransaction.record';

/** A transfer as a file has it: its seq is given when it is stored. */
export type NewTransfer = Omit<TransferRecord, 'seq'>;

/** A UTXO transaction as a file has it: its outputs get their seqs when it is stored. */
export type NewUtxoTransaction = Omit<UtxoTransactionRecord, 'seq' | 'outputs'> & {
  readonly outputs: readonly UtxoInput[];
};

export type NewMovement = NewTransfer | NewUtxoTransaction;

export const isUtxo = (movement: NewMovement): movement is NewUtxoTransaction => 'outputs' in movement;

/** Returns the number of seqs that it takes: each output has one of its own. */
export const seqsOf = (movement: NewMovement): number => (isUtxo(movement) ? movement.outputs.length : 1);

type Fact = Exclude<keyof NewTransfer | keyof NewUtxoTransaction, 'source' | '_id'>;

const facts: readonly Fact[] = [
  'chain',
  'tx',
  'index',
  'at',
  'fromId',
  'toId',
  'asset',
  'amount',
  'tag',
  'inputs',
  'outputs',
  'illustrative',
];

const textOf = (movement: NewMovement, fact: Fact): string => {
  const value: unknown = movement[fact as keyof NewMovement];
  if (fact === 'asset') return canonicalAssetId(movement.asset) ?? movement.asset;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) {
    return (value as UtxoInput[])
      .map(({ index, walletId, amount }) => `${index} ${walletId ?? ''} ${amount}`)
      .join();
  }
  return fact === 'tag' ? ((value as string | null | undefined) ?? '') : String(value);
};

/** Returns the facts in which two records of one movement differ; the source is none of them. */
export const differences = (one: NewMovement, other: NewMovement): readonly Fact[] =>
  facts.filter((fact) => textOf(one, fact) !== textOf(other, fact));

/** Returns the reason why a movement is not stored beside another with its id. */
export function conflict(stored: NewMovement, found: NewMovement): string {
  const differing = differences(stored, found).map((fact) => {
    const [before, now] = [textOf(stored, fact), textOf(found, fact)];
    return before.length + now.length < 120 ? `${fact}: ${before} there, ${now} here` : fact;
  });
  return `${found._id} is stored already with other facts (${differing.join('; ')}): the stored one stays`;
}
