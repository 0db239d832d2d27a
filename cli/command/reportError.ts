import { CommanderError } from 'commander';
import { StoreError } from '@cordon/embedded-mongo';
import { LedgerBusy, LedgerDamaged } from '@cordon/ledger';
import { CaseError } from '../../shared/case/caseError';
import { ConfigError } from '../../shared/config/settings';
import { CordonError } from '../../shared/errors/cordonError';
import { StoreOutdated } from '../../shared/mongo/storeOutdated';
import { StoreUnreachable } from '../../shared/mongo/storeUnreachable';
import { YamlFileError } from '../../shared/yaml/yamlFileError';
import { ImportFileError } from '../../shared/rows/importFileError';
import { TransferImportError } from '../../subgraphs/attribution/sequence/transferImportError';
import { ImportError } from '../../subgraphs/sanctions/importLease/importError';
import { CommandError, type ExitCode, exitCodes } from './commandError';

/** Errors whose message tells the caller what to do. */
const expectedErrors = [
  CommandError,
  ConfigError,
  CordonError,
  CaseError,
  ImportError,
  ImportFileError,
  YamlFileError,
  TransferImportError,
  StoreError,
  StoreUnreachable,
  StoreOutdated,
  LedgerBusy,
  LedgerDamaged,
];

/** Prints an expected error without its stack, and any other as an internal error. Returns the exit code. */
export function reportError(error: unknown): ExitCode {
  if (error instanceof CommanderError) {
    // Help or the version was shown, or the usage was wrong; commander has printed which.
    return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  }
  if (!(error instanceof Error) || !expectedErrors.some((kind) => error instanceof kind)) {
    process.stderr.write(
      `cordon: internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return exitCodes.internal;
  }
  for (const line of error.message.split('\n')) process.stderr.write(`cordon: ${line}\n`);
  return error instanceof CommandError ? error.exitCode : exitCodes.failed;
}
