import { z } from 'zod';
import { baseUnits } from '../../../shared/case/forms';
import { approximateTimeForm } from '../approximateTime/approximateTime.facts';
import { sourceForm } from '../vocabulary/factForms';

/** A worth: never without the time of the prices and the source. */
export const valuationForm = z.strictObject({
  usdCents: baseUnits,
  time: approximateTimeForm,
  source: sourceForm,
});
