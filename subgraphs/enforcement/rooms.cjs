/** The rooms of this subgraph from the top down: each imports only itself and those below it (docs/ARCHITECTURE.md). */
module.exports = [
  // wiring
  'main\\.ts',
  'openEnforcement\\.ts',
  'schema\\.ts',
  'import/',
  'context\\.ts',
  'connectEnforcement\\.ts',
  // commands
  'command/',
  // where the ledger stands
  'ledgerHead/',
  // the events and the projections of all nouns
  'ledger/',
  // nouns
  'obligation/',
  'frozenAccount/',
  'retention/',
  'report/',
  'recovery/',
  'accountStatus/',
  'publicStatement/',
  'incident/',
  'measure/',
  'contradiction/',
  'valuation/',
  'proposal/',
  'outflow/',
  'lossEstimate/',
  'holding/',
  'legalProcess/',
  'claim/',
  'account/',
  'venue/',
  'control/',
  'actor/',
  // ground
  'approximateTime/',
  'caseFile/',
  'law/',
  'rows/',
  'projection/',
  'vocabulary/',
  'scopes\\.ts',
  'permissions\\.ts',
  'tags\\.ts',
  'errors\\.ts',
  'config\\.ts',
  // this list
  'rooms\\.cjs',
];
