import type { Tags } from '../../shared/subgraph/tags';

/** Lists are public: nothing here is the operator's own. */
export const sanctionsTags: Tags = {};
