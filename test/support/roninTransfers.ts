import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedData } from './sharedData';

/** Wei, exactly, from a decimal amount of ether. */
function wei(ether: string): bigint {
  const plain = /e/i.test(ether) ? Number(ether).toFixed(18) : ether;
  const [whole = '0', part = ''] = plain.split('.');
  return BigInt(whole + part.padEnd(18, '0').slice(0, 18));
}

/**
 * The transfers of the Ronin theft (2022) as rows of a CSV file; their data has no hashes, so each has its number for one.
 * `copies` of them, with hashes of their own.
 */
export function roninCsv(copies = 1): { readonly csv: string; readonly count: number } {
  const file = join(sharedData, 'attribution', 'traces', 'eth_data_dune', 'LazarusTabularTxs1322519.csv');
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.replaceAll('\\x', '0x').split(','))
    .map(([time, from, to, ether = '0']) => ({ time, from, to, amount: wei(ether) }))
    .filter(({ from, to, amount }) => amount > 0n && from !== to);
  const lines = Array.from({ length: copies }, (_, copy) =>
    rows.map(({ time, from, to, amount }, i) => {
      const tx = `0x${copy.toString(16).padStart(4, '0')}${(i + 1).toString(16).padStart(60, '0')}`;
      return ['eip155:1', tx, 0, time, from, to, 'ETH', amount].join();
    }),
  ).flat();
  return { csv: `chain,tx,index,time,from,to,asset,amount\n${lines.join('\n')}\n`, count: lines.length };
}
