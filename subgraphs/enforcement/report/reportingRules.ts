import { binds } from '../law/law.rules';
import type { LawCode } from '../law/laws';

/** That what is blocked under a law has to be reported by whom another (or the same) law binds. */
interface ReportingRule {
  /** The law that the designation is under. */
  readonly law: LawCode;
  /** The reporting venues: those that this law binds. */
  readonly jurisdiction: LawCode;
  readonly rule: string;
  readonly source: string;
}

/**
 * The rules on reporting blocked property that Cordon derives duties from. A law that is not here has rules of its own:
 * the duty is then shown as UNDETERMINED, and no due date is made up.
 */
export const reportingRules: readonly ReportingRule[] = [
  {
    law: 'US',
    jurisdiction: 'US',
    rule: '31 CFR 501.603',
    source: 'https://www.ecfr.gov/current/title-31/subtitle-B/chapter-V/part-501/section-501.603',
  },
];

/** The law of a basis and the jurisdictions of a venue; null is "nobody recorded it". */
export interface ReportingGrounds {
  readonly laws: readonly (LawCode | null)[];
  readonly jurisdictions: readonly string[] | null;
}

export interface Reporting {
  /** True where property under the block is reported by 31 CFR 501.603. */
  readonly underUsRule: boolean;
  /** True where that rests on an assumption: nobody recorded the venue's jurisdictions. */
  readonly assumed: boolean;
  /** The laws of its bases under which no rule is known for the venue. */
  readonly undetermined: readonly (LawCode | null)[];
}

/**
 * Returns what has to be reported of a block. The duty follows the law of the basis and the venue's jurisdiction. A venue
 * of which nobody recorded the jurisdictions was registered when only US law was known: its US duties stay.
 */
export function reportingOf({ laws, jurisdictions }: ReportingGrounds): Reporting {
  const named = laws.length === 0 ? [null] : [...new Set(laws)];
  const covered = named.filter((law) =>
    reportingRules.some(
      (rule) => rule.law === law && (jurisdictions === null || binds(rule.jurisdiction, jurisdictions)),
    ),
  );
  return {
    underUsRule: covered.includes('US'),
    assumed: covered.length > 0 && jurisdictions === null,
    undetermined: named.filter((law) => !covered.includes(law)).sort(),
  };
}
