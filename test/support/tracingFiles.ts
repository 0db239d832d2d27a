import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sharedData } from './sharedData';
import type { TransferFacts } from '../../subgraphs/attribution/tracing/engine/graph/transferFacts';

const traces = join(sharedData, 'attribution', 'traces');

const linesOf = (...path: readonly string[]) =>
  readFileSync(join(traces, ...path), 'utf8')
    .split(/\r?\n/)
    .filter(Boolean);

const ethereum = 'eip155:1/slip44:60';

/** The Harmony bridge theft of 2023 as MFTracer's authors verified it by hand: millionths of a dollar stand for base units. */
export function harmony() {
  const facts = linesOf('mftracer-ground-truth', 'HB', 'HB.csv')
    .slice(1)
    .map((line, i): TransferFacts => {
      const [time = '', , , from = '', , to = '', , usd = ''] = line.split(',');
      const at = Date.parse(`${time.replace(' ', 'T')}Z`);
      return {
        seq: i + 1,
        at,
        fromId: from,
        toId: to,
        asset: ethereum,
        amount: String(Math.round(Number(usd) * 1e6)),
      };
    });
  const addresses = (name: string) =>
    linesOf('mftracer-ground-truth', 'HB', name).filter((line) => line.startsWith('0x'));
  return {
    facts,
    sources: addresses('source_addresses.csv'),
    terminals: addresses('terminal_addresses.csv'),
  };
}

/** Wei of a decimal amount of ether, also of one like `1e-05`. */
function wei(ether: string): bigint {
  const plain = ether.toLowerCase().includes('e') ? Number(ether).toFixed(18) : ether;
  const [whole = '', part = ''] = plain.split('.');
  return BigInt(whole + part.padEnd(18, '0').slice(0, 18));
}

/** The ether that moved around the Ronin bridge's exploiter in 2022 (Dune), without what moved nothing. */
export function ronin() {
  const facts = linesOf('eth_data_dune', 'LazarusTabularTxs1322519.csv')
    .slice(1)
    .map((line, i): TransferFacts => {
      const [time = '', from = '', to = '', ether = ''] = line.split(',');
      const address = (written: string) => written.replace('\\x', '0x');
      const [fromId, toId] = [address(from), address(to)];
      return { seq: i + 1, at: Date.parse(time), fromId, toId, asset: ethereum, amount: wei(ether) };
    });
  const roles = linesOf('ronin-roles', 'ronin_roles_partial.csv')
    .slice(1)
    .map((line) => line.split(','))
    .map(([address = '', role = '']) => ({ address, role }));
  return { facts, roles, exploiter: '0x098b716b8aaf21512996dc57eb0615e2383e2f96' };
}
