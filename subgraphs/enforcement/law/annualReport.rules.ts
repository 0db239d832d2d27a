import { endOfDay } from './newYorkDay.rules';

/** The last instant of 30 June in New York: what is blocked then is in the annual report. */
export const annualReportAsOf = (year: number): Date => new Date(endOfDay(`${year}-06-30`).getTime() - 1);
