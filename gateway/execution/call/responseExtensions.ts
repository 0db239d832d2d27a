/**
 * The extensions of answers beside their data, which the gateway passes on: lists of facts, by the
 * extension's name.
 */
export type ResponseExtensions = Map<ExtensionName, Map<string, unknown>>;

/** The versions of the lists behind an answer, and warnings about them. Nothing else of `extensions` passes. */
const extensionNames = ['listVersions', 'warnings'] as const;

type ExtensionName = (typeof extensionNames)[number];

/** Adds what one subgraph's answer says of itself. The same entry is kept once. */
export function collectExtensions(
  collected: ResponseExtensions,
  extensions: Readonly<Record<string, unknown>> | undefined,
): void {
  for (const name of extensionNames) {
    const entries = extensions?.[name];
    if (!Array.isArray(entries)) continue;
    const known = collected.get(name) ?? new Map<string, unknown>();
    for (const entry of entries as unknown[]) known.set(JSON.stringify(entry), entry);
    collected.set(name, known);
  }
}

/** Returns the collected facts as the `extensions` of an answer; undefined where empty. */
export function toExtensions(collected: ResponseExtensions): Record<string, unknown> | undefined {
  if (collected.size === 0) return undefined;
  return Object.fromEntries([...collected].map(([name, entries]) => [name, [...entries.values()]]));
}
