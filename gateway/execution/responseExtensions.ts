/** What answers say of themselves beside their data, and the gateway passes on: lists of facts, by the extension's name. */
export type Remarks = Map<RemarkName, Map<string, unknown>>;

/** The versions of the lists behind an answer, and what is to be said of them. Nothing else of `extensions` passes. */
const remarkNames = ['listVersions', 'warnings'] as const;

type RemarkName = (typeof remarkNames)[number];

/** Adds what one subgraph's answer says of itself. The same thing said twice is kept once. */
export function noteRemarks(
  remarks: Remarks,
  extensions: Readonly<Record<string, unknown>> | undefined,
): void {
  for (const name of remarkNames) {
    const said = extensions?.[name];
    if (!Array.isArray(said)) continue;
    const known = remarks.get(name) ?? new Map<string, unknown>();
    for (const remark of said as unknown[]) known.set(JSON.stringify(remark), remark);
    remarks.set(name, known);
  }
}

/** The remarks as the `extensions` of an answer; undefined where there are none. */
export function extensionsOf(remarks: Remarks): Record<string, unknown> | undefined {
  if (remarks.size === 0) return undefined;
  return Object.fromEntries([...remarks].map(([name, said]) => [name, [...said.values()]]));
}
