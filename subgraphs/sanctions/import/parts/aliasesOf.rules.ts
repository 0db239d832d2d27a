import type { ListAlias } from '../../list/listEntry';
import { scriptOf } from '../../list/scriptOf';

/** A name as a list gives it beside the main one. */
export interface OtherName {
  readonly name: string;
  readonly isWeak?: boolean;
  readonly isFormer?: boolean;
  /** The list's note on the name, word for word. */
  readonly note?: string | null;
}

/**
 * Returns the aliases of an entry, each name once. One that is repeated is strong, and no former name, where any row
 * says so. The main name is no alias of its own.
 */
export function aliasesOf(main: string, names: readonly OtherName[]): ListAlias[] {
  const byName = new Map<string, ListAlias>();
  for (const { name, isWeak = false, isFormer = false, note } of names) {
    if (name === main) continue;
    const known = byName.get(name);
    byName.set(name, {
      name,
      strength: isWeak && known?.strength !== 'STRONG' ? 'WEAK' : 'STRONG',
      kind: isFormer && (known === undefined || known.kind === 'FKA') ? 'FKA' : 'AKA',
      script: scriptOf(name),
      ...(note ? { note } : known?.note === undefined ? {} : { note: known.note }),
    });
  }
  return [...byName.values()];
}
