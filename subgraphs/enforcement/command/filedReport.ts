import { badUserInput } from '../../../shared/errors/cordonError';
import type { CommandContext } from './command.context';
import type { EventPayload } from '../ledger/events';
import { requireMeets } from '../obligation/filing.rules';
import { obligationsNamed } from '../obligation/obligationPage';
import { requireAccounts } from './loadDraftState';
import type { FileReportInput } from './fileReport.input';

type FiledReport = NonNullable<EventPayload['reports']>[number];

/**
 * Returns a report in the ledger's form, from a client's input.
 * @throws CordonError BAD_USER_INPUT, UNKNOWN_ENTITY, REPORT_DOES_NOT_MEET
 */
export async function filedReport(
  context: CommandContext,
  { id, filedBy }: Pick<FiledReport, 'id' | 'filedBy'>,
  { kind, filedAt, reference, obligations, accounts, sha256 }: Omit<FileReportInput, 'key'>,
): Promise<FiledReport> {
  if (filedAt > context.now) throw badUserInput('filedAt is in the future', { argument: 'filedAt' });
  const about = await requireAccounts(context, accounts ?? []);
  const obligationIds = obligations ?? [];
  if (obligationIds.length > 0)
    requireMeets({ kind, filedAt, obligationIds }, await obligationsNamed(obligationIds, context));
  return {
    id,
    kind,
    filedAt: filedAt.toISOString(),
    filedBy,
    reference: reference ?? null,
    obligationIds,
    accountIds: accounts ?? [],
    sha256: sha256 ?? null,
    illustrative: about.some(({ illustrative }) => illustrative),
  };
}
