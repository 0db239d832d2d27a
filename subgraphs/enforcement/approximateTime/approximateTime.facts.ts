import { z } from 'zod';
import { day } from '../../../shared/case/forms';
import { text } from '../vocabulary/factForms';

/** A time as closely as its source says it. */
export const approximateTimeForm = z.strictObject({ text, from: day.nullable(), to: day.nullable() });
