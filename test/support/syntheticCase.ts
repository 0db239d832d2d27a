import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWallet } from '../../shared/caip/wallet';

const hex = (prefix: string, n: number, digits: number) =>
  `0x${prefix}${n.toString(16).padStart(digits - prefix.length, '0')}`;

/** The canonical form of a made-up EVM address. */
export function madeUpAddress(kind: 'a' | 'b' | 'c', n: number): string {
  const read = readWallet(hex(`fade${kind}`, n, 40));
  if ('problem' in read) throw new Error(read.problem);
  return read.wallet.address;
}

/**
 * Writes a case of one listed actor whose funds reach `accounts` frozen accounts, each over an intermediary of its own.
 * What it is: a way to have more results without any other difference.
 */
export function writeSyntheticCase(folder: string, name: string, accounts: number): void {
  const numbers = Array.from({ length: accounts }, (_, i) => i + 1);
  const write = (file: string, lines: readonly string[]) =>
    writeFileSync(join(folder, file), `${lines.join('\n')}\n`);
  const id = (n: number) => `vault:acct-${String(n).padStart(4, '0')}`;
  const wallet = madeUpAddress('a', 1);

  write('case.yaml', [
    `name: ${name}`,
    'title: Made up for a test',
    'sources:',
    '  s: { title: Made up for a test }',
  ]);
  write('actors.yaml', [
    "- { id: 'test:owner', kind: GROUP, name: OWNER, sources: [s] }",
    "- { id: 'test:ally', kind: GROUP, name: ALLY, sources: [s] }",
  ]);
  write('relationships.yaml', [
    "- { kind: AFFILIATED_WITH, from: 'test:ally', to: 'test:owner', confidence: 90, evidence: STATEMENT, sources: [s] }",
  ]);
  write('attributions.yaml', [
    `- { wallet: '${wallet}', actor: 'test:ally', confidence: authority_data, method: test, knownSince: 2022-01-01T00:00:00Z, illustrative: true, source: s }`,
  ]);
  write('transfers.csv', [
    'chain,tx,index,time,from,to,asset,amount,illustrative,source',
    ...numbers.flatMap((n) => [
      [
        'eip155:1',
        hex('fadeca5e', 2 * n, 64),
        0,
        '2022-04-01T00:00:00Z',
        wallet,
        madeUpAddress('b', n),
        'ETH',
        10 + n,
        true,
        's',
      ].join(','),
      [
        'eip155:1',
        hex('fadeca5e', 2 * n + 1, 64),
        0,
        '2022-04-02T00:00:00Z',
        madeUpAddress('b', n),
        madeUpAddress('c', n),
        'ETH',
        10,
        true,
        's',
      ].join(','),
    ]),
  ]);
  write('deposits.csv', [
    'venue,account,address,illustrative',
    ...numbers.map((n) => `vault,${id(n).slice(6)},${madeUpAddress('c', n)},true`),
  ]);
  write('venues.yaml', ['- { id: vault, name: Vault, illustrative: true }']);
  write(
    'accounts.yaml',
    numbers.map((n) => `- { id: '${id(n)}', illustrative: true }`),
  );
  write('processes.yaml', [
    '- id: warrant',
    '  kind: SEIZURE_WARRANT',
    '  authority: Made-up Court',
    '  docket: MADE-UP-1',
    '  issued: 2022-05-01T00:00:00Z',
    '  served: 2022-05-02T00:00:00Z',
    '  effective: 2022-05-02T00:00:00Z',
    '  scope:',
    ...numbers.map((n) => `    - '${id(n)}'`),
    '  disclosure: OPEN',
    '  illustrative: true',
    '  source: s',
  ]);
  write(
    'measures.yaml',
    numbers.flatMap((n) => [
      `- id: freeze-${n}`,
      `  account: '${id(n)}'`,
      '  kind: FREEZE',
      '  from: 2022-05-03T00:00:00Z',
      '  processes: [warrant]',
      '  reason: test',
      '  maker: one',
      '  checker: another',
      '  illustrative: true',
      '  source: s',
    ]),
  );
}
