import type { Logger } from '../../../../shared/logger/logger';
import type { SubgraphRequest } from '../../../../shared/subgraph/runSubgraph';
import type { SubgraphAnswer } from '../../call/callSubgraph';
import type { UnavailableValue } from '../../call/unavailableValue';
import type { Savings, SavingsCounts } from '../../../metrics/savings';

/** The calls of one request to subgraphs. */
export interface RequestCalls {
  readonly isQuery: boolean;
  readonly savings: Savings;
  readonly counts: SavingsCounts;
  readonly logger: Logger;
  /** Returns why all of it is unknown where no answer came. */
  ask(subgraph: string, request: SubgraphRequest): Promise<SubgraphAnswer | UnavailableValue>;
  /** Picks the variables of these names that the client sent. */
  variablesOf(names: readonly string[]): Record<string, unknown>;
}
