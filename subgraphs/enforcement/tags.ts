import { internalTag, restrictedTag, type Tags } from '../../shared/subgraph/tags';

/** Null or empty for a partner: who proposed and approved, what was filed and held, the ledger. */
export const enforcementTags: Tags = {
  [internalTag]: [
    'Query.proposal',
    'Query.proposals',
    'Proposal',
    'ProposalConnection',
    'ProposalEdge',
    'ProposalState',
    'Measure.maker',
    'Measure.makerIssuer',
    'Measure.checker',
    'Measure.checkerIssuer',
    'Query.filedReports',
    'FiledReportConnection',
    'FiledReportEdge',
    'FiledReport.filedBy',
    'FiledReport.reference',
    'FiledReport.sha256',
    'Query.retentionHolds',
    'RetentionHold',
    'RetentionHoldConnection',
    'RetentionHoldEdge',
    'Query.ledgerHead',
    'LedgerHead',
    'Query.ledgerProof',
    'LedgerProof',
    'Measure.events',
  ],
  [restrictedTag]: ['Account', 'LegalProcess', 'Measure', 'Proposal', 'Claim', 'LedgerProof'],
};
