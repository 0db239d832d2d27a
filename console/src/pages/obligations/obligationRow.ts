import type { ObligationPartsFragment } from '../../graph/generated/graphql';

/** One obligation of a list. */
export type ObligationRow = ObligationPartsFragment;
