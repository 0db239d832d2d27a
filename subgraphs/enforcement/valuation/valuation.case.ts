import { z } from 'zod';
import { baseUnits } from '../../../shared/case/forms';
import { approximateTimeEntry } from '../approximateTime/approximateTime.case';
import { words } from '../caseFile/caseTerms';

/** A valuation in a file of a case; its source is one of the case's. */
export const valuationEntry = z.strictObject({
  usdCents: baseUnits,
  time: approximateTimeEntry,
  source: words,
});
