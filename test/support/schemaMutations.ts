/** What the check must say of an edit: the kind of the finding that blocks it or warns of it, or that nothing is found. */
export type Verdict = 'breaking' | 'permission' | 'composition' | 'contract' | 'dangerous' | 'harmless';

/** One edit of the base: `[verdict, subgraph, from, to]`; the text `from` stands in the subgraph's SDL once. */
export type Mutation = readonly [Verdict, keyof typeof baseSdls, string, string];

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@tag", "@inaccessible", "@authenticated", "@requiresScopes", "@policy", "@override"])`;

/** A port authority's graph: made up, with one of everything that an edit can break. */
export const baseSdls = {
  vessels: `${link}
type Query {
  vessel(imo: ID!): Vessel @authenticated
  vessels(flag: String, kind: VesselKind = TANKER, first: Int = 20, filter: VesselFilter): [Vessel!]! @authenticated
  berths(port: ID!, first: Int! = 10): [Berth!]! @requiresScopes(scopes: [["berths:read"]])
  find(text: String!): [Found!]! @authenticated
  owner(id: ID!): Owner @requiresScopes(scopes: [["owners:read"]])
  ledger: Ledger! @policy(policies: [["auditor"]])
}
type Mutation {
  detain(imo: ID!, reason: String!): Detention! @requiresScopes(scopes: [["vessels:write"]])
  release(input: ReleaseInput!): Detention @requiresScopes(scopes: [["vessels:write", "vessels:release"]])
}
"A ship"
type Vessel implements Named & Node @key(fields: "imo") {
  id: ID!
  imo: ID!
  name: String!
  flag: String
  kind: VesselKind!
  tonnage: Int
  aliases: [String!]!
  draught: Float!
  oldName: String @deprecated(reason: "use name")
  owner: Owner
  berth: Berth
  notes: String @requiresScopes(scopes: [["vessels:notes"]])
  pilot: String @requiresScopes(scopes: [["pilots:read", "pilots:pii"]])
  cargo: String @requiresScopes(scopes: [["cargo:read"], ["customs:read"]])
  crew: Int @authenticated
  risk: Int @policy(policies: [["risk", "analyst"]])
  internalNote: String @tag(name: "internal")
  desk: String @tag(name: "internal") @tag(name: "partner")
  secret: String @inaccessible
  hidden: Int @inaccessible @requiresScopes(scopes: [["hidden:read"]])
  class: VesselClass
}
interface Named { name: String! }
interface Node { id: ID! }
enum VesselKind { TANKER BULK CONTAINER FISHING @tag(name: "internal") SHADOW @inaccessible }
enum VesselClass @requiresScopes(scopes: [["class:read"]]) { A B }
type Owner @key(fields: "id") { id: ID! name: String! country: String share: Float }
type Berth implements Named { name: String! depth: Float lastUsed: Date }
type Ledger @requiresScopes(scopes: [["ledger:read"]]) { head: String! size: Int! }
type Detention { at: Date! reason: String! by: Officer! }
type Officer @authenticated { badge: ID! @requiresScopes(scopes: [["officers:read"]]) unit: String! @requiresScopes(scopes: [["officers:read"]]) }
type Shadow @inaccessible { id: ID! }
union Found = Vessel | Owner | Berth
scalar Date
input VesselFilter { flag: String minTonnage: Int = 0 kinds: [VesselKind!] built: YearRange }
input YearRange { from: Int! until: Int! = 2100 }
input ReleaseInput { imo: ID! order: ID! note: String }
`,
  voyages: `${link}
type Query { voyage(id: ID!): Voyage @requiresScopes(scopes: [["voyages:read"]]) }
type Voyage @key(fields: "id") { id: ID! vessel: Vessel! legs: [Leg!]! state: VoyageState! cost: Money @requiresScopes(scopes: [["money:read"]]) }
type Leg { from: String! to: String! days: Int }
type Money { amount: String! currency: String! }
enum VoyageState { PLANNED UNDERWAY DONE }
type Vessel @key(fields: "imo") { imo: ID! voyages(first: Int = 5, state: VoyageState): [Voyage!]! tonnage: Int @external load: Float @requires(fields: "tonnage") }
type Terminal @key(fields: "code") { code: ID! city: String! @shareable }
`,
  reports: `${link}
type Query { reports(about: ID): [Report!]! @requiresScopes(scopes: [["reports:read"]]) terminal(code: ID!): Terminal @authenticated }
type Report @key(fields: "id") { id: ID! @requiresScopes(scopes: [["reports:read"]]) text: String! @requiresScopes(scopes: [["reports:read"]]) author: String @requiresScopes(scopes: [["reports:read"]]) }
type Owner @key(fields: "id") { id: ID! reports: [Report!]! @requiresScopes(scopes: [["reports:read"]]) }
type Terminal @key(fields: "code") { code: ID! city: String! @shareable cranes: Int }
`,
} as const;

const v = 'vessels';
const y = 'voyages';
const r = 'reports';

export const mutations: readonly Mutation[] = [
  // ---------- fields that are gone or other ----------
  ['breaking', v, '  flag: String\n', ''],
  ['composition', v, '  tonnage: Int\n  aliases', '  aliases'],
  ['breaking', v, 'aliases: [String!]!\n', ''],
  ['breaking', v, '  draught: Float!\n', ''],
  ['breaking', v, '  oldName: String @deprecated(reason: "use name")\n', ''],
  ['breaking', v, '  owner: Owner\n', ''],
  ['breaking', v, '  notes: String @requiresScopes(scopes: [["vessels:notes"]])\n', ''],
  ['breaking', v, 'country: String', 'land: String'],
  ['breaking', v, 'share: Float }', '}'],
  ['breaking', v, 'depth: Float lastUsed', 'lastUsed'],
  ['breaking', v, 'size: Int! }', '}'],
  ['breaking', y, 'legs: [Leg!]! state', 'state'],
  ['breaking', y, 'days: Int }', '}'],
  ['breaking', y, 'to: String! days', 'till: String! days'],
  ['breaking', y, ' load: Float @requires(fields: "tonnage")', ' loaded: Float @requires(fields: "tonnage")'],
  ['breaking', r, 'cranes: Int }', '}'],
  ['breaking', r, 'author: String', 'writer: String'],
  ['breaking', v, '  find(text: String!): [Found!]! @authenticated\n', ''],
  ['breaking', v, '  berths(port: ID!, first: Int! = 10)', '  berthsOf(port: ID!, first: Int! = 10)'],
  [
    'breaking',
    v,
    '  detain(imo: ID!, reason: String!): Detention! @requiresScopes(scopes: [["vessels:write"]])\n',
    '',
  ],
  ['breaking', v, 'release(input', 'letGo(input'],
  ['breaking', r, 'reports(about: ID)', 'report(about: ID)'],
  ['breaking', y, 'type Query { voyage(id: ID!): Voyage @requiresScopes(scopes: [["voyages:read"]]) }\n', ''],
  ['composition', v, 'name: String!\n  flag', 'name: String\n  flag'],
  ['breaking', v, 'kind: VesselKind!\n', 'kind: VesselKind\n'],
  ['breaking', v, 'aliases: [String!]!', 'aliases: [String!]'],
  ['breaking', v, 'aliases: [String!]!', 'aliases: [String]!'],
  ['breaking', v, 'aliases: [String!]!', 'aliases: String!'],
  ['breaking', v, 'draught: Float!', 'draught: String!'],
  ['breaking', v, 'draught: Float!', 'draught: Int!'],
  ['breaking', v, 'flag: String\n', 'flag: [String]\n'],
  ['breaking', v, '  owner: Owner\n', '  owner: Berth\n'],
  ['breaking', v, 'lastUsed: Date', 'lastUsed: String'],
  ['breaking', v, 'share: Float }', 'share: Int }'],
  ['breaking', v, 'type Detention { at: Date!', 'type Detention { at: Date'],
  ['breaking', y, 'legs: [Leg!]!', 'legs: [Leg]!'],
  ['breaking', y, 'state: VoyageState! cost', 'state: String! cost'],
  ['breaking', y, 'days: Int }', 'days: Float }'],
  [
    'breaking',
    y,
    'voyages(first: Int = 5, state: VoyageState): [Voyage!]!',
    'voyages(first: Int = 5, state: VoyageState): [Voyage!]',
  ],
  ['breaking', r, 'text: String!', 'text: String'],
  ['breaking', v, 'flag: String\n', 'flag: String @inaccessible\n'],
  ['breaking', v, 'draught: Float!', 'draught: Float! @inaccessible'],
  ['breaking', y, 'days: Int }', 'days: Int @inaccessible }'],
  ['breaking', r, 'cranes: Int }', 'cranes: Int @inaccessible }'],
  // ---------- arguments ----------
  ['breaking', v, 'vessel(imo: ID!)', 'vessel(imo: ID!, at: Date!)'],
  ['breaking', v, 'vessels(flag: String, kind', 'vessels(kind'],
  ['breaking', v, 'vessels(flag: String,', 'vessels(flag: String!,'],
  ['breaking', v, 'vessel(imo: ID!)', 'vessel(imo: Int!)'],
  ['breaking', v, 'vessel(imo: ID!)', 'vessel(number: ID!)'],
  ['breaking', v, 'first: Int = 20, filter', 'first: String = "20", filter'],
  ['breaking', v, 'first: Int = 20, filter', 'limit: Int = 20, filter'],
  ['breaking', v, 'first: Int! = 10', 'first: Int!'],
  ['breaking', v, 'find(text: String!)', 'find(text: [String!]!)'],
  ['breaking', v, 'find(text: String!)', 'find(text: String!, kind: VesselKind!)'],
  ['breaking', v, 'detain(imo: ID!, reason: String!)', 'detain(imo: ID!)'],
  ['breaking', v, 'detain(imo: ID!, reason: String!)', 'detain(imo: ID!, reason: String!, days: Int!)'],
  ['breaking', v, 'kind: VesselKind = TANKER', 'kind: VesselKind! = TANKER, kinds: [VesselKind!]!'],
  ['breaking', y, 'voyages(first: Int = 5, state: VoyageState)', 'voyages(first: Int = 5)'],
  [
    'breaking',
    y,
    'voyages(first: Int = 5, state: VoyageState)',
    'voyages(first: Int = 5, state: VoyageState!)',
  ],
  ['breaking', y, 'voyages(first: Int = 5,', 'voyages('],
  ['breaking', r, 'reports(about: ID)', 'reports(about: ID!)'],
  ['breaking', r, 'reports(about: ID)', 'reports'],
  ['breaking', r, 'terminal(code: ID!)', 'terminal(code: ID!, country: String!)'],
  ['breaking', v, 'vessels(flag: String,', 'vessels(flag: String @inaccessible,'],
  ['breaking', v, 'first: Int = 20, filter', 'first: Int! , filter'],
  // ---------- enums ----------
  ['breaking', v, 'TANKER BULK CONTAINER', 'TANKER CONTAINER'],
  ['breaking', v, 'CONTAINER FISHING', 'BOX FISHING'],
  ['breaking', v, 'FISHING @tag(name: "internal")', ''],
  ['breaking', v, 'TANKER BULK CONTAINER', 'TANKER BULK @inaccessible CONTAINER'],
  ['breaking', v, '{ A B }', '{ A }'],
  ['breaking', y, 'PLANNED UNDERWAY DONE', 'PLANNED DONE'],
  ['breaking', y, 'PLANNED UNDERWAY DONE', 'PLANNED SAILING DONE'],
  // ---------- types ----------
  ['breaking', v, 'union Found = Vessel | Owner | Berth', 'union Found = Vessel | Owner'],
  ['breaking', v, 'union Found = Vessel | Owner | Berth', 'union Found = Vessel | Berth'],
  ['breaking', v, 'type Vessel implements Named & Node', 'type Vessel implements Node'],
  ['breaking', v, 'type Vessel implements Named & Node', 'type Vessel implements Named'],
  ['breaking', v, 'type Berth implements Named {', 'type Berth {'],
  ['breaking', v, 'interface Named { name: String! }', 'interface Named { name: String }'],
  ['composition', v, 'type Berth implements Named {', 'type Berth implements Named @inaccessible {'],
  ['composition', y, 'type Leg { from', 'type Stage { from'],
  ['composition', y, 'type Money {', 'type Price {'],
  ['composition', v, 'scalar Date', 'scalar Day'],
  ['breaking', v, 'scalar Date', 'enum Date { TODAY }'],
  ['breaking', v, 'union Found = Vessel | Owner | Berth', 'interface Found { name: String! }'],
  // ---------- inputs ----------
  ['breaking', v, 'minTonnage: Int = 0 kinds', 'kinds'],
  ['breaking', v, '{ flag: String minTonnage', '{ flag: String! minTonnage'],
  ['breaking', v, '{ flag: String minTonnage', '{ flag: Int minTonnage'],
  ['breaking', v, 'built: YearRange }', 'built: YearRange region: String! }'],
  ['breaking', v, 'kinds: [VesselKind!] built', 'kinds: VesselKind built'],
  ['breaking', v, 'from: Int! until', 'since: Int! until'],
  ['breaking', v, 'until: Int! = 2100', 'until: Int!'],
  ['breaking', v, 'order: ID! note: String }', 'order: ID! note: String! }'],
  ['breaking', v, 'order: ID! note: String }', 'order: Int! note: String }'],
  ['breaking', v, 'order: ID! note: String }', 'note: String }'],
  ['breaking', v, 'order: ID! note: String }', 'order: ID! note: String @inaccessible }'],
  ['breaking', v, 'kinds: [VesselKind!] built', 'kinds: [VesselKind!]! built'],
  [
    'composition',
    v,
    'input YearRange { from: Int! until: Int! = 2100 }',
    'input YearRange @oneOf { from: Int until: Int }',
  ],
  // ---------- permissions that are weaker or gone ----------
  ['permission', v, 'vessel(imo: ID!): Vessel @authenticated', 'vessel(imo: ID!): Vessel'],
  ['permission', v, 'find(text: String!): [Found!]! @authenticated', 'find(text: String!): [Found!]!'],
  ['permission', v, '[Berth!]! @requiresScopes(scopes: [["berths:read"]])', '[Berth!]!'],
  ['permission', v, '[Berth!]! @requiresScopes(scopes: [["berths:read"]])', '[Berth!]! @authenticated'],
  [
    'permission',
    v,
    '@requiresScopes(scopes: [["berths:read"]])',
    '@requiresScopes(scopes: [["vessels:read"]])',
  ],
  [
    'permission',
    v,
    '@requiresScopes(scopes: [["berths:read"]])',
    '@requiresScopes(scopes: [["berths:read"], ["vessels:read"]])',
  ],
  ['permission', v, ' @requiresScopes(scopes: [["vessels:notes"]])', ''],
  ['permission', v, '[["pilots:read", "pilots:pii"]]', '[["pilots:read"]]'],
  ['permission', v, '[["pilots:read", "pilots:pii"]]', '[["pilots:read"], ["pilots:pii"]]'],
  ['permission', v, '[["cargo:read"], ["customs:read"]]', '[["cargo:read"], ["customs:read"], ["public"]]'],
  ['permission', v, 'crew: Int @authenticated', 'crew: Int'],
  ['permission', v, 'risk: Int @policy(policies: [["risk", "analyst"]])', 'risk: Int'],
  ['permission', v, '[["risk", "analyst"]]', '[["risk"]]'],
  ['permission', v, '[["risk", "analyst"]]', '[["risk"], ["analyst"]]'],
  ['permission', v, 'risk: Int @policy(policies: [["risk", "analyst"]])', 'risk: Int @authenticated'],
  ['permission', v, 'ledger: Ledger! @policy(policies: [["auditor"]])', 'ledger: Ledger!'],
  ['permission', v, '[["auditor"]]', '[["clerk"]]'],
  ['permission', v, 'type Ledger @requiresScopes(scopes: [["ledger:read"]])', 'type Ledger'],
  ['permission', v, '[["ledger:read"]]', '[["ledger:read"], ["berths:read"]]'],
  ['permission', v, 'enum VesselClass @requiresScopes(scopes: [["class:read"]])', 'enum VesselClass'],
  ['permission', v, '[["class:read"]]', '[["vessels:read"]]'],
  ['permission', v, 'badge: ID! @requiresScopes(scopes: [["officers:read"]])', 'badge: ID!'],
  [
    'permission',
    v,
    'unit: String! @requiresScopes(scopes: [["officers:read"]])',
    'unit: String! @authenticated',
  ],
  ['permission', v, '[["vessels:write"]])\n  release', '[["vessels:read"]])\n  release'],
  ['permission', v, 'Detention! @requiresScopes(scopes: [["vessels:write"]])', 'Detention!'],
  ['permission', v, '[["vessels:write", "vessels:release"]]', '[["vessels:write"]]'],
  ['permission', v, '[["vessels:write", "vessels:release"]]', '[["vessels:write"], ["vessels:release"]]'],
  [
    'permission',
    v,
    'hidden: Int @inaccessible @requiresScopes(scopes: [["hidden:read"]])',
    'hidden: Int @inaccessible',
  ],
  ['permission', v, '[["hidden:read"]]', '[["hidden:read"], ["a"]]'],
  ['permission', y, ' @requiresScopes(scopes: [["voyages:read"]])', ''],
  ['permission', y, '[["voyages:read"]]', '[["vessels:read"]]'],
  ['permission', y, 'cost: Money @requiresScopes(scopes: [["money:read"]])', 'cost: Money'],
  ['permission', y, '[["money:read"]]', '[["money:read"], ["voyages:read"]]'],
  ['permission', r, '[Report!]! @requiresScopes(scopes: [["reports:read"]]) terminal', '[Report!]! terminal'],
  ['permission', r, 'Terminal @authenticated', 'Terminal'],
  ['permission', r, 'id: ID! @requiresScopes(scopes: [["reports:read"]]) text', 'id: ID! text'],
  ['permission', r, 'text: String! @requiresScopes(scopes: [["reports:read"]])', 'text: String!'],
  [
    'permission',
    r,
    'author: String @requiresScopes(scopes: [["reports:read"]])',
    'author: String @authenticated',
  ],
  ['permission', r, 'reports: [Report!]! @requiresScopes(scopes: [["reports:read"]])', 'reports: [Report!]!'],
  // ---------- what was hidden ----------
  ['permission', v, 'secret: String @inaccessible', 'secret: String'],
  ['permission', v, 'hidden: Int @inaccessible @requires', 'hidden: Int @requires'],
  ['permission', v, 'SHADOW @inaccessible', 'SHADOW'],
  ['permission', v, 'type Shadow @inaccessible', 'type Shadow'],
  // ---------- what is new and unprotected ----------
  ['permission', v, 'type Query {', 'type Query {\n  dump: [String!]!'],
  ['permission', v, 'type Query {', 'type Query {\n  allVessels: [Vessel!]!'],
  ['permission', v, 'type Mutation {', 'type Mutation {\n  sink(imo: ID!): Boolean'],
  ['permission', v, 'type Mutation {', 'type Mutation {\n  rename(imo: ID!, name: String!): Vessel'],
  ['permission', y, 'type Query {', 'type Query { legs: [Leg!]!'],
  ['permission', y, 'type Query {', 'type Mutation { plan(imo: ID!): Voyage }\ntype Query {'],
  ['permission', r, 'type Query {', 'type Query { terminals: [Terminal!]!'],
  ['permission', r, 'type Query {', 'type Mutation { file(text: String!): ID }\ntype Query {'],
  ['permission', r, 'type Query {', 'type Subscription { filed: ID }\ntype Query {'],
  ['permission', r, 'type Report @key(fields: "id") {', 'type Report @key(fields: "id") { pages: Int'],
  // ---------- composition ----------
  [
    'composition',
    v,
    'type Vessel implements Named & Node @key(fields: "imo")',
    'type Vessel implements Named & Node',
  ],
  ['composition', v, '@key(fields: "imo") {\n  id', '@key(fields: "number") {\n  id'],
  ['composition', y, 'type Vessel @key(fields: "imo")', 'type Vessel'],
  ['composition', y, 'type Vessel @key(fields: "imo")', 'type Vessel @key(fields: "nr")'],
  ['composition', y, '@requires(fields: "tonnage")', '@requires(fields: "weight")'],
  ['composition', y, 'tonnage: Int @external ', ''],
  ['composition', y, 'tonnage: Int @external', 'tonnage: String @external'],
  ['composition', y, 'city: String! @shareable', 'city: String!'],
  ['composition', r, 'city: String! @shareable', 'city: Int! @shareable'],
  ['composition', r, 'type Terminal @key(fields: "code")', 'type Terminal'],
  ['composition', r, 'type Owner @key(fields: "id")', 'interface Owner @key(fields: "id")'],
  ['composition', r, 'type Owner @key(fields: "id")', 'type Owner @key(fields: "name")'],
  ['composition', v, 'union Found = Vessel | Owner | Berth', 'union Found = Vessel | Owner | Pier'],
  [
    'composition',
    v,
    'type Berth implements Named { name: String!',
    'type Berth implements Named { title: String!',
  ],
  ['composition', v, '  berth: Berth\n', '  berth: Pier\n'],
  ['composition', v, 'berths(port: ID!,', 'berths(port: Harbour!,'],
  [
    'composition',
    v,
    'interface Named { name: String! }',
    'interface Named @requiresScopes(scopes: [["a"]]) { name: String! }',
  ],
  ['composition', v, 'flag: String\n', 'flag: String @unknown\n'],
  [
    'composition',
    v,
    'type Owner @key(fields: "id") { id',
    'type Owner @inaccessible @key(fields: "id") { id',
  ],
  ['composition', y, 'cost: Money @requiresScopes(scopes: [["money:read"]])', 'cost: Money @requiresScopes'],
  ['composition', v, 'type Query {', 'type Query {{'],
  ['composition', v, 'input YearRange {', 'type YearRange {'],
  ['composition', r, 'cranes: Int }', 'cranes: Int cranes: Int }'],
  ['composition', r, 'reports: [Report!]! @requires', 'name: String! reports: [Report!]! @requires'],
  [
    'composition',
    y,
    'type Terminal @key(fields: "code") { code: ID!',
    'type Terminal @key(fields: "code") { code: String!',
  ],
  // ---------- contracts (the partner leaves out `internal`) ----------
  ['contract', v, 'internalNote: String @tag(name: "internal")', 'internalNote: String'],
  ['contract', v, 'internalNote: String @tag(name: "internal")', 'internalNote: String @tag(name: "intern")'],
  [
    'contract',
    v,
    'desk: String @tag(name: "internal") @tag(name: "partner")',
    'desk: String @tag(name: "partner")',
  ],
  ['contract', v, 'FISHING @tag(name: "internal")', 'FISHING'],
  ['contract', v, 'flag: String\n', 'flag: String @tag(name: "internal")\n'],
  ['contract', v, 'type Ledger @requires', 'type Ledger @tag(name: "internal") @requires'],
  ['contract', v, 'CONTAINER FISHING', 'CONTAINER @tag(name: "internal") FISHING'],
  ['contract', y, 'days: Int }', 'days: Int @tag(name: "internal") }'],
  [
    'contract',
    y,
    'voyages(first: Int = 5, state: VoyageState)',
    'voyages(first: Int = 5, state: VoyageState @tag(name: "internal"))',
  ],
  ['contract', y, 'type Money {', 'type Money @tag(name: "internal") {'],
  ['contract', r, 'cranes: Int }', 'cranes: Int @tag(name: "internal") }'],
  ['contract', r, 'cranes: Int }', 'cranes: Int shifts: Int }'],
  // ---------- dangerous ----------
  ['dangerous', v, 'first: Int = 20, filter', 'first: Int = 50, filter'],
  ['dangerous', v, 'kind: VesselKind = TANKER', 'kind: VesselKind = BULK'],
  ['dangerous', v, 'kind: VesselKind = TANKER', 'kind: VesselKind'],
  ['dangerous', v, 'minTonnage: Int = 0', 'minTonnage: Int = 100'],
  ['dangerous', v, 'minTonnage: Int = 0', 'minTonnage: Int'],
  ['dangerous', v, 'first: Int! = 10', 'first: Int! = 100'],
  ['dangerous', v, 'until: Int! = 2100', 'until: Int! = 2200'],
  ['dangerous', v, 'TANKER BULK', 'TANKER FERRY BULK'],
  ['dangerous', v, '{ A B }', '{ A B C }'],
  [
    'dangerous',
    v,
    'union Found = Vessel | Owner | Berth',
    'union Found = Vessel | Owner | Berth | Detention',
  ],
  ['dangerous', v, 'type Owner @key(fields: "id") {', 'type Owner implements Named @key(fields: "id") {'],
  ['dangerous', v, 'vessel(imo: ID!)', 'vessel(imo: ID!, asOf: Date)'],
  ['harmless', v, 'order: ID! note: String }', 'order: ID! note: String copy: Boolean }'],
  ['dangerous', y, 'voyages(first: Int = 5,', 'voyages(first: Int = 50,'],
  ['dangerous', y, 'PLANNED UNDERWAY DONE', 'PLANNED UNDERWAY DONE LOST'],
  ['dangerous', r, 'reports(about: ID)', 'reports(about: ID, first: Int = 10)'],
  // ---------- harmless ----------
  ['harmless', v, '"A ship"', '"A ship of any kind"'],
  ['harmless', v, '"A ship"\n', ''],
  ['harmless', v, 'flag: String\n', 'flag: String!\n'],
  ['harmless', v, '  owner: Owner\n', '  owner: Owner!\n'],
  ['harmless', v, 'tonnage: Int\n  aliases', 'tonnage: Int @deprecated(reason: "use draught")\n  aliases'],
  ['harmless', v, '@deprecated(reason: "use name")', '@deprecated(reason: "use name instead")'],
  ['harmless', v, 'vessels(flag: String,', '"Newest first." vessels(flag: String,'],
  ['harmless', v, 'interface Node { id: ID! }', '"Something with an id" interface Node { id: ID! }'],
  ['harmless', v, 'type Detention { at: Date!', 'type Detention { port: String at: Date!'],
  ['harmless', v, 'share: Float }', 'share: Float since: Date }'],
  [
    'harmless',
    v,
    'type Owner @key(fields: "id") { id: ID! name: String!',
    'type Owner @key(fields: "id") { name: String! id: ID!',
  ],
  ['harmless', v, 'TANKER BULK', 'BULK TANKER'],
  ['harmless', v, 'type Query {', 'type Query {\n  flags: [String!]! @authenticated'],
  [
    'harmless',
    v,
    'type Mutation {',
    'type Mutation {\n  inspect(imo: ID!): Vessel @requiresScopes(scopes: [["vessels:write"]])',
  ],
  ['harmless', v, 'type Query {', 'type Query {\n  journal: Ledger'],
  ['harmless', v, 'secret: String @inaccessible', 'secret: String @inaccessible other: Int @inaccessible'],
  ['harmless', v, 'secret: String @inaccessible\n', ''],
  ['harmless', v, '[["cargo:read"], ["customs:read"]]', '[["customs:read"], ["cargo:read"]]'],
  ['harmless', v, '[["pilots:read", "pilots:pii"]]', '[["pilots:pii", "pilots:read"]]'],
  ['harmless', v, '[["berths:read"]]', '[["berths:read"], ["berths:read", "vessels:read"]]'],
  ['harmless', v, 'find(text: String!)', 'find(text: String)'],
  ['harmless', v, 'until: Int! = 2100', 'until: Int = 2100'],
  [
    'harmless',
    v,
    'desk: String @tag(name: "internal") @tag(name: "partner")',
    'desk: String @tag(name: "partner") @tag(name: "internal")',
  ],
  ['harmless', y, 'days: Int }', 'days: Int! }'],
  ['harmless', y, 'cost: Money @requires', 'cost: Money! @requires'],
  ['harmless', y, 'type Leg { from: String! to', 'type Leg { via: String from: String! to'],
  [
    'harmless',
    y,
    'type Money { amount: String! currency: String! }',
    'type Money { currency: String! amount: String! }',
  ],
  ['harmless', y, 'type Query {', 'type Query { newest: Voyage @requiresScopes(scopes: [["voyages:read"]])'],
  ['harmless', r, 'cranes: Int }', 'cranes: Int! }'],
  ['harmless', r, 'author: String @requires', 'author: String! @requires'],
  [
    'harmless',
    r,
    'author: String @requires',
    'pages: Int @requiresScopes(scopes: [["reports:read"]]) author: String @requires',
  ],
  ['harmless', r, 'cranes: Int }', 'cranes: Int } type Unused @inaccessible { a: Int }'],
];
