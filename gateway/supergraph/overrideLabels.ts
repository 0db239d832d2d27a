import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { textArgument } from './coreLinks';
import { invalidSupergraph } from './invalidSupergraph';

/** A share of the requests, as routers decide it by chance: `percent(25)`. */
const share = /^percent\(/;

/**
 * Returns the labels of a supergraph's progressive overrides (`@override(from:, label:)`). Throws SUPERGRAPH_INVALID for a
 * share: equal requests would be answered by one subgraph now and by another one then, and plans are kept.
 */
export function readOverrideLabels(document: DocumentNode): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const type of document.definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const { name, directives = [] } of type.fields ?? [])
      for (const label of directives.flatMap((directive) => labelOf(directive) ?? [])) {
        if (share.test(label))
          throw invalidSupergraph(
            `${type.name.value}.${name.value} has @override(label: "${label}"): this gateway decides no shares. Give the label a name, and list it in CORDON_OVERRIDE_LABELS when it is to be in force`,
          );
        labels.add(label);
      }
  }
  return labels;
}

const labelOf = (directive: ConstDirectiveNode): string | undefined =>
  directive.name.value === 'join__field' ? textArgument(directive, 'overrideLabel') : undefined;
