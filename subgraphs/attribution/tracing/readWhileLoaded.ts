import { CordonError } from '../../../shared/errors/cordonError';

/** The cases, and publications of lists, that are being loaded, or whose loading was cut off. */
export type UnfinishedCases = () => Promise<readonly string[]>;

/**
 * Reads data that rests on all cases and lists. Rejects with IMPORT_UNFINISHED where a load runs before the
 * read, or begins during it. With a part missing, funds would seem to have reached nobody. `subject` begins
 * the message.
 */
export async function readWhileLoaded<Answer>(
  unfinishedCases: UnfinishedCases,
  subject: string,
  read: () => Promise<Answer>,
): Promise<Answer> {
  rejectUnfinished(await unfinishedCases(), subject);
  const answer = await read();
  rejectUnfinished(await unfinishedCases(), subject);
  return answer;
}

/** Throws IMPORT_UNFINISHED where there are such cases, or publications of lists. `subject` begins the message. */
export function rejectUnfinished(cases: readonly string[], subject: string): void {
  if (cases.length === 0) return;
  throw new CordonError(
    'IMPORT_UNFINISHED',
    `${subject} is not known while ${cases.join(' and ')} is not wholly loaded`,
  );
}
