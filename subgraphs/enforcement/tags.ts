import { internalTag, restrictedTag, type Tags } from '../../shared/subgraph/tags';

/** Who proposed and approved, and what only the operator files: of no use to a partner. */
export const enforcementTags: Tags = {
  [internalTag]: [
    'Query.proposals',
    'Proposal',
    'ProposalConnection',
    'ProposalEdge',
    'ProposalState',
    'Measure.maker',
    'Measure.makerIssuer',
    'Measure.checker',
    'Measure.checkerIssuer',
    'FiledReport.filedBy',
    'FiledReport.reference',
    'FiledReport.sha256',
  ],
  [restrictedTag]: ['Account', 'LegalProcess', 'Measure', 'Proposal', 'Claim'],
};
