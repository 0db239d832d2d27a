import { readFileSync } from 'node:fs';
import { Supergraph } from '@apollo/federation-internals';
import { type GraphQLSchema, parse } from 'graphql';
import type { Contract } from '../../gateway/supergraph/contract';
import { contractSupergraph } from '../../gateway/supergraph/contractSupergraph';
import { stripSecurity } from '../../gateway/supergraph/stripSecurity';
import { readTags } from '../../gateway/supergraph/tags';
import { CommandError } from '../command/commandError';

/** A supergraph as the checks of a partner file read it. */
export interface ReadSupergraph {
  readonly sdl: string;
  /** The schema as clients without a contract see it. */
  readonly schema: GraphQLSchema;
  readonly tags: ReadonlySet<string>;
}

/** Reads a supergraph file. Throws CommandError where it cannot be read or built. */
export function readSupergraphFile(file: string): ReadSupergraph {
  try {
    const sdl = readFileSync(file, 'utf8');
    return { sdl, schema: apiSchemaOf(sdl), tags: readTags(parse(sdl, { noLocation: true })) };
  } catch (error) {
    throw new CommandError(`the supergraph ${file} cannot be read: ${(error as Error).message}`);
  }
}

/** Returns the schema that the gateway serves to a contract. Throws SUPERGRAPH_INVALID where the contract leaves no query. */
export function servedSchema({ sdl, schema }: ReadSupergraph, contract: Contract | undefined): GraphQLSchema {
  return contract ? apiSchemaOf(contractSupergraph(sdl, schema, contract)) : schema;
}

const apiSchemaOf = (sdl: string): GraphQLSchema =>
  Supergraph.build(stripSecurity(parse(sdl, { noLocation: true })))
    .apiSchema()
    .toGraphQLJSSchema();
