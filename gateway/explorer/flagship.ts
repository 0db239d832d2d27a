/** The question that Cordon was built for, as the explorer offers it first. */
export const flagship = `query FrozenAccountsTracedTo($actor: ID!) {
  actor(id: $actor) {
    name
    frozenAccounts {
      totalCount
      completeness
      nodes {
        account { id venue { name } status frozenSince illustrative }
        actor { id name }
        link { depth path { kind from { name } to { name } confidence sources { title publishedOn url quote } } }
        trace {
          amount
          asset { symbol }
          completeness
          hops { txHash from { id } to { id } amount at }
        }
      }
    }
  }
}
`;
