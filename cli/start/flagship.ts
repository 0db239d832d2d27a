/** The flagship question: which frozen accounts trace to an actor and those linked to it, by which path, on whose word. */
export const flagshipQuery = `query FrozenAccountsTracedTo($actor: ID!) {
  actor(id: $actor) {
    name
    frozenAccounts {
      totalCount completeness
      nodes {
        account { id venue { name } status frozenSince illustrative }
        actor { id name }
        link { depth path { kind from { name } to { name } confidence sources { title publishedOn url quote } } }
        trace { amount asset { symbol } completeness hops { txHash from { id } to { id } amount at } }
      }
    }
  }
}`;

/** The Technical Reconnaissance Bureau. */
export const flagshipActor = 'ofac:43337';

/** The flagship question as a command to paste. */
export function flagshipCurl(url: string, token: string): string {
  const body = JSON.stringify({
    query: flagshipQuery.replace(/\s+/g, ' '),
    variables: { actor: flagshipActor },
  });
  return [
    `curl -s '${url}/graphql'`,
    `  -H 'content-type: application/json'`,
    `  -H 'authorization: Bearer ${token}'`,
    `  -d '${body}'`,
  ].join(' \\\n');
}
