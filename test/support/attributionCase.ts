import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A made-up EVM address, by a small number: it has no letters, so its checksum has no case. */
export const address = (n: number): string => `0x${String(n).padStart(40, '0')}`;

/** The id of its wallet on Ethereum. */
export const walletId = (n: number): string => `eip155:1:${address(n)}`;

export interface CaseTransfer {
  readonly from: number;
  readonly to: number;
  /** Minutes after 2022-01-01. */
  readonly minute: number;
  readonly chain?: string;
  readonly asset?: string;
  readonly amount?: string;
}

export interface CaseDraft {
  /** YAML, as in `attributions.yaml`. */
  readonly attributions?: string;
  readonly transfers?: readonly CaseTransfer[];
  /** `venue,account,address` rows. */
  readonly deposits?: readonly string[];
}

export interface CaseOnDisk {
  readonly folder: string;
  write(draft: CaseDraft): void;
  writeFile(name: string, text: string): void;
  remove(): void;
}

export const timeOf = (minute: number): string => new Date(Date.UTC(2022, 0, 1, 0, minute)).toISOString();

/** The row of a transfer; its transaction is its number, so that the same list twice gives the same ids. */
const transferRow = (
  { from, to, minute, chain = 'eip155:1', asset = 'ETH', amount = '5' }: CaseTransfer,
  n: number,
) =>
  [
    chain,
    `0x${n.toString(16).padStart(64, '0')}`,
    0,
    timeOf(minute),
    address(from),
    address(to),
    asset,
    amount,
  ].join();

export const transfersCsv = (transfers: readonly CaseTransfer[]): string =>
  `chain,tx,index,time,from,to,asset,amount\n${transfers.map(transferRow).join('\n')}\n`;

/** "This wallet is that actor's", as `attributions.yaml` says it. `more` is further fields, such as `stance: DISPUTES`. */
export const says = (wallet: number, actor: string, ...more: readonly string[]): string => {
  const facts = [
    'confidence: authority_data',
    'method: listed',
    'knownSince: 2022-01-01T00:00:00Z',
    'source: list',
  ];
  const keys = more.map((field) => field.split(':')[0]);
  const kept = facts.filter((field) => !keys.includes(field.split(':')[0]));
  return [`- wallet: '${address(wallet)}'`, `actor: ${actor}`, ...kept, ...more].join('\n  ') + '\n';
};

/** An empty case in a temporary folder, with the sources `list` and `report`. */
export function makeCase(name = 'trial'): CaseOnDisk {
  const room = mkdtempSync(join(tmpdir(), 'cordon-case-'));
  const folder = join(room, name);
  mkdirSync(folder);
  const writeFile = (file: string, text: string) => writeFileSync(join(folder, file), text);
  writeFile(
    'case.yaml',
    `name: ${name}\ntitle: A trial\nsources:\n  list: { title: A list }\n  report: { title: A report }\n`,
  );
  return {
    folder,
    writeFile,
    write({ attributions = '', transfers = [], deposits = [] }) {
      writeFile('attributions.yaml', attributions);
      writeFile('transfers.csv', transfersCsv(transfers));
      writeFile('deposits.csv', `venue,account,address\n${deposits.join('\n')}\n`);
    },
    remove: () => rmSync(room, { recursive: true, force: true }),
  };
}
