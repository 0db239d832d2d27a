import type { Joins } from '../../supergraph/joins';
import { readSelection, takenFrom } from '../call/answerSelection';
import { askRequired } from '../plan/askRequired';
import { parseFetch } from '../plan/fetchOperation';
import type { FetchNode, PlanNode } from '../plan/planNodes';
import { splitFetch } from '../plan/splitFetch';
import { type AskingFetch, askedTexts, covers } from './fetch/coveredCalls';
import { asItIs, askEqualRootsOnce } from './fetch/equalRoots';
import { readRepresentation, type RepresentationParts } from './fetch/representation';
import { entityCall, entitySelectionSet, type RootCall, rootCall } from './fetch/subgraphCall';
import type { Savings } from '../../metrics/savings';
import { noteFollowers } from './followers';
import type { KnownParts } from './knownParts';
import { orderSteps } from './orderSteps';
import { noteSharedPlaces } from './sharedPlaces';
import { givesAll, type RootEntities, rootEntities } from './fetch/rootEntities';
import type { CoveredCall, GivenCall, Step } from './step';

export interface Compilation extends RepresentationParts {
  readonly joins: Joins;
  readonly savings: Savings;
  /** The parts of all plans. */
  readonly known: KnownParts;
}

/** Compiles a plan: what can be decided once for all its executions is. */
export function compilePlan(plan: PlanNode, compilation: Compilation): Step {
  const compiler = new PlanCompiler(compilation);
  const step = compiler.compile(plan, []);
  compiler.noteGiven();
  const followed = noteFollowers(orderSteps(step));
  const { savings, known } = compilation;
  return savings.has('representations') ? noteSharedPlaces(followed, known) : followed;
}

class PlanCompiler {
  readonly #entityFetches: (AskingFetch & CoveredCall & { readonly covered: CoveredCall[] })[] = [];
  readonly #roots: { readonly entities: readonly RootEntities[]; readonly gives: GivenCall[] }[] = [];

  constructor(private readonly compilation: Compilation) {}

  compile(node: PlanNode, path: readonly string[]): Step {
    switch (node.kind) {
      case 'Sequence':
      case 'Parallel':
        return { kind: node.kind, steps: node.nodes.map((child) => this.compile(child, path)) };
      case 'Flatten':
        return this.compile(node.node, [...path, ...node.path.map(String)]);
      case 'Fetch':
        return this.fetches(node, path);
      case 'Condition':
        throw new Error(`the plan depends on $${node.condition}, which is decided before planning`);
      case 'Defer':
        throw new Error('the plan defers a part of an answer');
    }
  }

  private fetches(fetch: FetchNode, path: readonly string[]): Step {
    const { joins, required } = this.compilation;
    const [first, ...others] = splitFetch(fetch, joins, required).map((part) => this.fetch(part, path));
    return first && others.length === 0
      ? first
      : { kind: 'Parallel', steps: first ? [first, ...others] : [] };
  }

  private fetch(fetch: FetchNode, path: readonly string[]): Step {
    const operation = askRequired(parseFetch(fetch), this.compilation.required);
    if (!fetch.requires) {
      const { savings } = this.compilation;
      const asked = readSelection(operation.selectionSet, fetch.outputRewrites);
      const reduced = savings.has('roots') ? askEqualRootsOnce(operation) : asItIs(operation);
      const selection = takenFrom(asked, reduced.sameAs);
      const gives: GivenCall[] = [];
      const entities = rootEntities(fetch.serviceName, reduced.operation, this.compilation.schema);
      this.#roots.push({ entities, gives });
      return {
        kind: 'Root',
        path,
        selection,
        call: this.callOnce(rootCall(fetch, reduced.operation)),
        equalRoots: reduced.equal,
        gives,
        followedBy: [],
      };
    }
    const call = this.callOnce(entityCall(fetch, operation));
    const { requires, inputRewrites } = fetch;
    const representation = this.compilation.known.once(
      'representation',
      JSON.stringify([requires, inputRewrites]),
      () => readRepresentation(fetch, this.compilation),
    );
    const texts = askedTexts(operation);
    const asking = { fetch, texts, call, representation, covered: [] as CoveredCall[] };
    for (const other of this.#entityFetches) {
      if (other.call === call) continue;
      if (covers(asking, other)) asking.covered.push(other);
      if (covers(other, asking)) other.covered.push(asking);
    }
    this.#entityFetches.push(asking);
    return {
      kind: 'Entities',
      path,
      selection: readSelection(entitySelectionSet(operation), fetch.outputRewrites),
      call,
      representation,
      covered: asking.covered,
      followedBy: [],
    };
  }

  /** Fetches that ask for the same share a call. */
  private callOnce<Call extends RootCall>(call: Call): Call {
    const { subgraph, query, variables } = call;
    return this.compilation.known.once('call', `${subgraph} ${variables.join(' ')} ${query}`, () => call);
  }

  /** Notes which calls for entities an answer to root fields answers too, once all of them are known. */
  noteGiven(): void {
    for (const { entities, gives } of this.#roots)
      for (const root of entities)
        for (const fetch of this.#entityFetches)
          if (givesAll(root, fetch))
            gives.push({ call: fetch.call, representation: fetch.representation, objects: root.path });
  }
}
