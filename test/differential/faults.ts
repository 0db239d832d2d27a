import type { GraphModel } from './graphModel';
import type { Random } from './random';

/**
 * A fault while an operation is executed. None depends on how many calls there are, or on what one call asks
 * for.
 */
export type Fault =
  /** No call to the subgraph is answered; `sent` says that it may have been executed. */
  | { readonly kind: 'down'; readonly subgraph: string; readonly sent: boolean }
  /** Every answer of the subgraph has no data: `{"data":null}`. */
  | { readonly kind: 'no data'; readonly subgraph: string }
  /** Every answer of the subgraph is this text. */
  | { readonly kind: 'answer'; readonly subgraph: string; readonly text: string }
  /** Every answer of the subgraph has an error and no data. */
  | { readonly kind: 'error alone'; readonly subgraph: string }
  /** Every answer of the subgraph has its data and an error, without a path or with one that leads nowhere. */
  | {
      readonly kind: 'stray error';
      readonly subgraph: string;
      readonly path: readonly (string | number)[] | undefined;
    }
  /** The lists of entities that the subgraph answers with are one too short, or one too long. */
  | { readonly kind: 'wrong length'; readonly subgraph: string; readonly by: -1 | 1 }
  /** Entities of the subgraph are null without an error, where their number leaves `rest`. */
  | { readonly kind: 'null entity'; readonly subgraph: string; readonly rest: number }
  /** Entities of the subgraph are null with an error. */
  | { readonly kind: 'entity error'; readonly subgraph: string; readonly rest: number }
  /** A field has an error for some objects, with a code or masked. */
  | {
      readonly kind: 'field error';
      readonly field: string;
      readonly rest: number;
      readonly code: string | undefined;
    }
  /** A field has a value that its type cannot have. */
  | { readonly kind: 'wrong type'; readonly field: string; readonly choice: number }
  /** A field is left out of answers. */
  | { readonly kind: 'left out'; readonly field: string };

/** Objects fail whose number leaves this when it is divided by three. */
export const failing = (seed: number, rest: number): boolean => seed % 3 === rest;

/** Makes up one or two faults. `fields` are the names that the operation asks for, and some that it does not. */
export function randomFaults(model: GraphModel, fields: readonly string[], random: Random): readonly Fault[] {
  return Array.from({ length: random.chance(0.8) ? 1 : 2 }, () => randomFault(model, fields, random));
}

function randomFault(model: GraphModel, fields: readonly string[], random: Random): Fault {
  const subgraph = random.pick(model.subgraphs).name;
  const rest = random.below(3);
  const field = random.pick(fields);
  return random.pick<() => Fault>([
    () => ({ kind: 'down', subgraph, sent: random.chance(0.5) }),
    () => ({ kind: 'no data', subgraph }),
    () => ({
      kind: 'answer',
      subgraph,
      text: random.pick(['{}', '[]', '"text"', 'null', '{"data":7}', '{"errors":[]}']),
    }),
    () => ({ kind: 'error alone', subgraph }),
    () => ({
      kind: 'stray error',
      subgraph,
      path: random.pick([undefined, ['nowhere', 0], ['_entities', 99, 'x'], []]),
    }),
    () => ({ kind: 'wrong length', subgraph, by: random.pick([-1, 1]) }),
    () => ({ kind: 'null entity', subgraph, rest }),
    () => ({ kind: 'entity error', subgraph, rest }),
    () => ({ kind: 'field error', field, rest, code: random.pick(['COVERAGE_GAP', undefined]) }),
    () => ({ kind: 'field error', field, rest, code: 'COVERAGE_GAP' }),
    () => ({ kind: 'wrong type', field, choice: random.below(4) }),
    () => ({ kind: 'left out', field }),
  ])();
}
