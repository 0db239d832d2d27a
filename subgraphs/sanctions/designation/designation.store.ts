import type { Model } from 'mongoose';
import type { DesignationRecord } from './designation.record';

/** The only place that reads the designations of cases. Those of lists are in memory. */
export interface DesignationStore {
  /** Sorted by id. */
  all(): Promise<DesignationRecord[]>;
}

export function designationStore(designations: Model<DesignationRecord>): DesignationStore {
  return { all: () => designations.find().sort({ _id: 1 }).lean<DesignationRecord[]>() };
}
