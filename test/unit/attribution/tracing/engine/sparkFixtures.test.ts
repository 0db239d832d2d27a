import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeWithData } from '../../../../support/describeWithData';
import { askExposure, graphOf } from '../../../../support/exposureAsked';
import { someAsset } from '../../../../support/randomHappenings';
import { sharedData } from '../../../../support/sharedData';
import type { End, Happening, NamedWallet } from '../../../../support/taintOracle';

const fixtures = join(sharedData, 'attribution', 'traces', 'graphsense-spark-fixtures');
const textOf = (...path: string[]) =>
  readFileSync(join(fixtures, ...path), 'utf8')
    .trim()
    .split(/\r?\n/);
/** A line of any of the files: what is asked of it is there. */
interface Row {
  readonly address: string;
  readonly addressId: number;
  readonly srcAddressId: number;
  readonly dstAddressId: number;
  readonly estimatedValue: { readonly value: number };
  readonly tokenValues?: { readonly USDT?: { readonly value: number } };
  readonly timestamp: number;
  readonly inputs: readonly SparkEnd[];
  readonly outputs: readonly SparkEnd[];
  readonly blockId: number;
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

interface SparkEnd {
  readonly address: readonly string[];
  readonly value: number;
}

const rowsOf = (...path: string[]) => textOf(...path).map((line) => JSON.parse(line) as Row);

/** By `<payer> <payee>`: how much, as GraphSense's transformation of the same transfers has it. */
type Relations = ReadonlyMap<string, bigint>;

/**
 * Returns the amounts that each wallet received from each other, where everybody is named. The amount of one
 * hop is GraphSense's value of the relation of two addresses. Newly made coins are its address 0.
 */
function relationsFound(happenings: readonly Happening[]): Map<string, bigint> {
  const graph = graphOf(happenings);
  const wallets = Array.from({ length: graph.wallets.count }, (_, wallet) => graph.wallets.idOf(wallet));
  const named = (owner: string): NamedWallet[] => [
    { owner, categories: [], from: -Infinity, until: Infinity },
  ];
  const claims = new Map(wallets.map((wallet) => [wallet, named(wallet)]));
  const found = new Map<string, bigint>();
  for (const subject of wallets) {
    const asked = {
      subject,
      direction: 'IN',
      method: 'HAIRCUT',
      maxHops: 1,
      until: Infinity,
      claims,
    } as const;
    for (const { byOwner, rest } of askExposure(graph, asked).assets) {
      for (const { name, direct, indirect } of byOwner) {
        expect(indirect).toBe(0n);
        if (direct > 0n) found.set(`${name} ${subject}`, direct);
      }
      for (const { cause, amount } of rest) if (cause === 'ISSUED') found.set(`coinbase ${subject}`, amount);
    }
  }
  return found;
}

const sorted = (relations: Relations) => [...relations].sort(([a], [b]) => (a < b ? -1 : 1));
const hexOf = (base64: string) => `0x${Buffer.from(base64, 'base64').toString('hex')}`;
const moved = (
  at: number,
  seq: number,
  [from, to, amount]: readonly [string, string, bigint],
): Happening => ({
  seq,
  at,
  asset: someAsset,
  isUtxo: false,
  inputs: [{ wallet: from, amount }],
  outputs: [{ wallet: to, amount }],
});

describeWithData('exposure in one hop, and the relations of GraphSense', () => {
  it('of UTXO transactions are the same by HAIRCUT, to the unit', () => {
    const end = ({ address, value }: SparkEnd): End => ({
      wallet: address.length === 1 ? (address[0] ?? null) : null,
      amount: BigInt(value),
    });
    let seq = 1;
    const happenings = rowsOf('utxo', 'test_txs.json').map((tx): Happening => {
      const outputs = tx.outputs.map(end);
      const happening = {
        seq,
        at: tx.timestamp * 1000,
        asset: someAsset,
        isUtxo: true,
        inputs: tx.inputs.map(end),
        outputs,
      };
      seq += outputs.length;
      return happening;
    });
    const addresses = new Map(
      rowsOf('utxo', 'reference', 'addresses.json').map((row) => [row.addressId, row.address]),
    );
    const relations = new Map<string, bigint>();
    for (const row of rowsOf('utxo', 'reference', 'address_relations.json')) {
      const pair = `${addresses.get(row.srcAddressId)} ${addresses.get(row.dstAddressId)}`;
      relations.set(pair, BigInt(row.estimatedValue.value));
    }
    expect(relations.size).toBe(20);
    expect(sorted(relationsFound(happenings))).toEqual(sorted(relations));
  });

  it.each(['simple_graph', 'complex_graph'])('of ether are the same (%s)', (name) => {
    const happenings = textOf('account', 'eth', name, 'traces.csv')
      .slice(1)
      .map((line) => line.split(','))
      .filter((row) => row[4] && row[7] === '1')
      .map((row, i) => moved(Number(row[1]), i + 1, [row[4]!, row[5]!, weiOf(row[6]!)]));
    const addresses = new Map(
      rowsOf('account', 'eth', name, 'reference', 'addresses.json').map((row) => [
        row.addressId,
        hexOf(row.address),
      ]),
    );
    const relations = new Map<string, bigint>();
    for (const line of textOf('account', 'eth', name, 'reference', 'address_relations.json')) {
      const [, src, dst] = /"srcAddressId":(\d+),"dstAddressId":(\d+)/.exec(line) ?? [];
      const value = BigInt(/"value":\{"value":(\d+)/.exec(line)?.[1] ?? '');
      if (value > 0n) relations.set(`${addresses.get(Number(src))} ${addresses.get(Number(dst))}`, value);
    }
    expect(relations.size).toBe(8);
    expect(sorted(relationsFound(happenings))).toEqual(sorted(relations));
  });

  it('of a token are the same', () => {
    const happenings = rowsOf('account', 'eth', 'tokens', 'reference', 'USDT_token_transfers.json').map(
      (row, i) => moved(row.blockId, i + 1, [hexOf(row.from), hexOf(row.to), BigInt(row.value)]),
    );
    const addresses = new Map(
      rowsOf('account', 'eth', 'tokens', 'reference', 'addresses.json').map((row) => [
        row.addressId,
        hexOf(row.address),
      ]),
    );
    const relations = new Map<string, bigint>();
    for (const row of rowsOf('account', 'eth', 'tokens', 'reference', 'address_relations.json')) {
      const value = row.tokenValues?.USDT?.value ?? 0;
      if (value > 0 && row.srcAddressId !== row.dstAddressId) {
        relations.set(`${addresses.get(row.srcAddressId)} ${addresses.get(row.dstAddressId)}`, BigInt(value));
      }
    }
    expect(relations.size).toBeGreaterThan(100);
    expect(sorted(relationsFound(happenings))).toEqual(sorted(relations));
  });
});

/** The file has some amounts as `199e17`. */
function weiOf(written: string): bigint {
  const [digits, zeros] = written.split('e');
  return BigInt(digits ?? '') * 10n ** BigInt(zeros ?? 0);
}
