import { ledgerTexts } from '../../texts/ledger';

/** Says how the last verification ended. An outcome that this console does not know is not "whole". */
export function outcomeText(outcome: string): string {
  const texts: Readonly<Record<string, string>> = ledgerTexts.outcomes;
  return texts[outcome] ?? ledgerTexts.outcomes.UNKNOWN;
}
