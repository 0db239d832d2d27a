import type { AnswerField, AnswerSelection } from '../../call/answerSelection';
import { type Data, noteUnavailable, type Path, type UnavailableValue } from '../../call/unavailableValue';

/** Notes why fields of an answer are missing, under the names that the gateway's data has. */
export function mergeReasons(
  target: Data,
  reasons: Readonly<Record<string, UnavailableValue>>,
  { fields }: AnswerSelection,
): void {
  for (const [from, reason] of Object.entries(reasons)) {
    for (const field of fields)
      if (field.from === from) noteUnavailable(target, field.key, renameBelow(reason, field));
  }
}

function renameBelow(reason: UnavailableValue, { selection }: AnswerField): UnavailableValue {
  if (reason.below.length === 0 || !selection) return reason;
  return reason.at(renamePath(reason.below, selection));
}

/** Gives the names of an answer's path, from this selection's object on, as the gateway's data has them. */
function renamePath(path: Path, selection: AnswerSelection): Path {
  let here: AnswerSelection | undefined = selection;
  return path.map((step) => {
    if (typeof step === 'number') return step;
    const field: AnswerField | undefined = here?.fields.find(({ from }) => from === step);
    here = field?.selection;
    return field?.key ?? step;
  });
}
