import type DataLoader from 'dataloader';
import type { DesignationRecord } from './designation.record';

/** What the resolvers of designations need of a request. */
export interface HasDesignations {
  readonly designationsByActor: DataLoader<string, readonly DesignationRecord[]>;
  readonly designationsByMatchKey: DataLoader<string, readonly DesignationRecord[]>;
  /** Today, YYYY-MM-DD in UTC. */
  readonly today: string;
}
