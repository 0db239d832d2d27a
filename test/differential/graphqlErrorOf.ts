import { GraphQLError } from 'graphql';

/** An error of a subgraph: with a code it is meant for clients, without one the gateway masks it. */
export function graphqlErrorOf(code: string | undefined): GraphQLError {
  return new GraphQLError('made to fail', code === undefined ? {} : { extensions: { code } });
}
