/** The rooms of this subgraph from the top down: each imports only itself and those below it (docs/ARCHITECTURE.md). */
module.exports = [
  // wiring
  'main\\.ts',
  'openAttribution\\.ts',
  'schema\\.ts',
  'context\\.ts',
  'upload/',
  'export/',
  'import/',
  'connectAttribution\\.ts',
  // commands
  'command/',
  // nouns
  'monitoring/',
  'manual/',
  'listing/',
  'importLog/',
  'reach/',
  'exposure/',
  'tracing/(?!runtime/|engine/)',
  'tracing/runtime/',
  'account/',
  'attribution/',
  'crossing/',
  'deposit/',
  'transfer/',
  'actor/',
  'wallet/',
  // ground
  'tracing/engine/',
  'rows/',
  'sequence/',
  'vocabulary/',
  'scopes\\.ts',
  'permissions\\.ts',
  'tags\\.ts',
  'errors\\.ts',
  'config\\.ts',
  // this list
  'rooms\\.cjs',
];
