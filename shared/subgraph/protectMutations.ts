import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { type Permissions, requirePermission } from '../identity/permissions';
import type { SubgraphContext } from './subgraphContext';

/**
 * Makes every mutation check the caller's role and scope before it runs. A mutation without a permission, or a permission
 * without a mutation, is a defect: the subgraph does not start.
 */
export function protectMutations(schema: GraphQLSchema, permissions: Permissions): void {
  const mutations = schema.getMutationType()?.getFields() ?? {};
  const unknown = Object.keys(permissions).filter((name) => !mutations[name]);
  if (unknown.length > 0)
    throw new Error(`permissions name no mutation of this schema: ${unknown.join(', ')}`);
  for (const [name, field] of Object.entries(mutations)) {
    const permission = permissions[name];
    if (!permission) throw new Error(`the mutation ${name} has no permission: add it to permissions.ts`);
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (parent, args, context: SubgraphContext, info): unknown => {
      requirePermission(context.caller, name, permission);
      return resolve(parent, args, context, info);
    };
  }
}
