import { ethereum } from '../../../../shared/caip/chains';
import { readAsset } from '../../../../shared/caip/assets';
import { quoteInput } from '../../../../shared/errors/redactSecrets';
import { readWallet } from '../../../../shared/caip/wallet';
import type { ControlAct } from '../../vocabulary/controlActs';
import type { ControlEventFact } from '../../control/controlEvent.facts';

export type ControlRow =
  { readonly event: ControlEventFact } | { readonly ignored: true } | { readonly problem: string };

/** The venue on whose accounts the control events of a token are: its issuer. */
export const issuer = { id: 'tether', name: 'Tether' } as const;

/**
 * The events of TetherToken.sol, with the column that holds the address: `addBlackList`, `removeBlackList` and
 * `destroyBlackFunds` each write one.
 */
const acts: Readonly<Record<string, { readonly act: ControlAct; readonly address: string }>> = {
  AddedBlackList: { act: 'FREEZE', address: '_user' },
  RemovedBlackList: { act: 'UNFREEZE', address: '_user' },
  DestroyedBlackFunds: { act: 'DESTROY', address: '_blackListedUser' },
};

/** These change how much there is of the token, and nobody's account. */
const ignored = new Set(['Issue', 'Redeem']);

/** Reads a row of control events: what it says, that it says nothing of accounts, or what is wrong with it. */
export function readControlRow(row: Readonly<Record<string, string>>): ControlRow {
  const name = row['event_name'] ?? '';
  if (ignored.has(name)) return { ignored: true };
  const known = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (!known) return { problem: `${JSON.stringify(name)} is no control event` };
  try {
    const { act, address } = known;
    return {
      event: {
        asset: readContract(row),
        accountId: `${issuer.id}:${readAddress(row, address)}`,
        act,
        block: readWhole(row, 'block_number'),
        logIndex: readWhole(row, 'log_index'),
        transaction: readTransaction(row),
        at: readTime(row),
        amount: act === 'DESTROY' ? readAmount(row) : null,
      },
    };
  } catch (error) {
    if (error instanceof FieldProblem) return { problem: error.message };
    throw error;
  }
}

class FieldProblem extends Error {}

type Row = Readonly<Record<string, string>>;

function field(row: Row, name: string): string {
  const value = row[name];
  if (value === undefined) throw new FieldProblem(`${name} is empty`);
  return value;
}

const wrong = (name: string, value: string, what: string) =>
  new FieldProblem(`${name} ${quoteInput(value)} ${what}`);

/** The token of the contract: only USDT has control events of these names. */
function readContract(row: Row): string {
  const contract = field(row, 'contract_address');
  const asset = readAsset(ethereum, `${ethereum}/erc20:${contract}`);
  if (asset?.symbol !== 'USDT') throw wrong('contract_address', contract, 'is not the contract of USDT');
  return asset.id;
}

function readAddress(row: Row, name: string): string {
  const written = field(row, name);
  const read = readWallet(written);
  if ('problem' in read) throw wrong(name, written, `is no address: ${read.problem}`);
  if (read.wallet.chain !== ethereum) throw wrong(name, written, 'is no address of Ethereum');
  return read.wallet.address;
}

function readWhole(row: Row, name: string): number {
  const written = field(row, name);
  const value = Number(written);
  if (!/^\d+$/.test(written) || !Number.isSafeInteger(value))
    throw wrong(name, written, 'is no whole number');
  return value;
}

function readTransaction(row: Row): string {
  const written = field(row, 'txhash');
  if (!/^0x[0-9a-fA-F]{64}$/.test(written))
    throw wrong('txhash', written, 'is not 0x and 64 hexadecimal digits');
  return written.toLowerCase();
}

/** Blocks of a chain may be dated this far ahead of the clock here. */
const maxAheadMs = 2 * 60 * 60 * 1000;

/** Returns the time of the block, in UTC where no zone is given: chains have no other time. */
function readTime(row: Row): string {
  const written = field(row, 'timestamp');
  const instant = new Date(/[zZ]$/.test(written) ? written : `${written}Z`);
  const form = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?[zZ]?$/;
  if (!form.test(written) || Number.isNaN(instant.getTime()))
    throw wrong('timestamp', written, 'is no time such as 2017-11-28T16:39:10');
  // A day that no month has would be read as one of the next month.
  if (instant.toISOString().slice(0, 10) !== written.slice(0, 10))
    throw wrong('timestamp', written, 'is no time');
  if (instant.getTime() > Date.now() + maxAheadMs)
    throw wrong('timestamp', written, 'is in the future: no block has that time');
  return instant.toISOString();
}

/** Base units, which the files write with a fraction of nothing. */
function readAmount(row: Row): string {
  const written = field(row, '_balance');
  const whole = /^(\d{1,78})(?:\.0+)?$/.exec(written)?.[1];
  if (whole === undefined) throw wrong('_balance', written, 'is no whole number of base units');
  return BigInt(whole).toString();
}
