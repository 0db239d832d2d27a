import { type DocumentNode, Kind, type ValueNode } from 'graphql';
import { argumentOf } from '../supergraph/coreLinks';
import { readElements } from '../supergraph/elements';

/** The size of a field's list by `@listSize` (IBM's GraphQL cost directives specification). */
export interface ListSize {
  readonly assumedSize: number | undefined;
  /** The arguments that bound the list; of several, the largest counts. */
  readonly slicingArguments: readonly string[];
  /** The fields of the answer that are lists of that size, such as `nodes`; empty: the field itself is. */
  readonly sizedFields: readonly string[];
}

/** The weights and sizes of a supergraph, by schema coordinate. */
export interface CostDirectives {
  readonly weights: ReadonlyMap<string, number>;
  readonly listSizes: ReadonlyMap<string, ListSize>;
}

export function readCostDirectives(supergraph: DocumentNode): CostDirectives {
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  for (const { coordinate, directives } of readElements(supergraph).values())
    for (const { name, node } of directives) {
      if (name === 'cost') weights.set(coordinate, wholeNumber(argumentOf(node, 'weight')) ?? 0);
      if (name === 'listSize')
        listSizes.set(coordinate, {
          assumedSize: wholeNumber(argumentOf(node, 'assumedSize')),
          slicingArguments: texts(argumentOf(node, 'slicingArguments')),
          sizedFields: texts(argumentOf(node, 'sizedFields')),
        });
    }
  return { weights, listSizes };
}

const wholeNumber = (value: ValueNode | undefined) =>
  value?.kind === Kind.INT ? Number(value.value) : undefined;

const texts = (value: ValueNode | undefined): readonly string[] =>
  (value?.kind === Kind.LIST ? value.values : []).flatMap((one) =>
    one.kind === Kind.STRING ? [one.value] : [],
  );
