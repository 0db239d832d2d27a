/** The rooms of this subgraph from the top down: each imports only itself and those below it (docs/ARCHITECTURE.md). */
module.exports = [
  // wiring
  'main\\.ts',
  'openSanctions\\.ts',
  'beginScreening\\.ts',
  'schema\\.ts',
  'context\\.ts',
  'export/',
  'upload/',
  'import/',
  'status/',
  'connectSanctions\\.ts',
  'caseFacts/',
  // commands
  'command/',
  // nouns
  'customerScreening/',
  'decision/',
  'screeningAlert/',
  'customerMatch/',
  'customer/',
  'wallet/',
  'screening/(?!engine/)',
  'ownership/',
  'designation/',
  'relationship/',
  'actor/',
  'screening/engine/',
  'list/',
  'importLease/',
  // ground
  'vocabulary/',
  'scopes\\.ts',
  'permissions\\.ts',
  'tags\\.ts',
  'errors\\.ts',
  'config\\.ts',
  // this list
  'rooms\\.cjs',
];
