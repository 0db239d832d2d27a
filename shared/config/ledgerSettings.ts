import { z } from 'zod';
import { setting, type SettingTable } from './settings';

/** 32 bytes in hex: an Ed25519 private key as RFC 8032, section 5.1.5 has it. */
const privateKey = z.string().regex(/^[0-9a-f]{64}$/, '32 bytes in hex, small letters, are needed');

const description =
  'The Ed25519 private key that signs checkpoints of the ledger: 32 random bytes in hex. Its holder can sign a rewritten ledger.';

const retiredKeys = {
  retiredLedgerKeys: setting({
    env: 'CORDON_LEDGER_RETIRED_KEYS',
    schema: z
      .string()
      .default('')
      .transform((given) => given.split(',').filter((key) => key !== ''))
      .refine((keys) => keys.every((key) => /^[\w-]{43}$/.test(key)), {
        message: 'the `x` of public keys, with commas between them, are needed',
      }),
    byDefault: '(none)',
    description:
      'Public keys that signed checkpoints before: the `x` of each (`cordon ledger key` prints it), with commas between them.',
  }),
} satisfies SettingTable;

/** For a server that keeps a ledger as a process of its own. */
export const ledgerServerSettings = {
  ledgerKey: setting({
    env: 'CORDON_LEDGER_KEY',
    schema: privateKey,
    byDefault: '(must be given)',
    description,
  }),
  ...retiredKeys,
} satisfies SettingTable;

/** For a gateway as a process of its own: its log of restricted reads is a ledger. */
export const readLogSettings = {
  ledgerKey: setting({
    env: 'CORDON_LEDGER_KEY',
    schema: privateKey.optional(),
    byDefault: 'none: the gateway signs no checkpoints of the log of restricted reads',
    description,
  }),
  ...retiredKeys,
} satisfies SettingTable;

/** For commands, and for one process that hosts everything. */
export const ledgerCommandSettings = {
  ledgerKey: setting({
    env: 'CORDON_LEDGER_KEY',
    schema: privateKey.optional(),
    byDefault: 'made in the data folder',
    description,
  }),
  ...retiredKeys,
} satisfies SettingTable;
