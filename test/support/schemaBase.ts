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
