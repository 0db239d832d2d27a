/** The parts of a proposal's exact content that the page shows in words. */
export interface DraftShown {
  readonly reason: string | undefined;
  readonly processIds: readonly string[];
  /** CAIP-19; null: the account whole; undefined: the draft names none. */
  readonly assets: readonly string[] | null | undefined;
  readonly until: string | undefined;
  /** The content with line breaks, for reading. */
  readonly pretty: string;
}

const textsOf = (value: unknown) =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : undefined;
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** Reads a draft (canonical JSON). A form that this console does not know is shown as it is. */
export function readDraft(draft: string): DraftShown {
  try {
    const read = JSON.parse(draft) as Record<string, unknown>;
    return {
      reason: textOf(read.reason),
      processIds: textsOf(read.processIds) ?? [],
      assets:
        typeof read.asset === 'string' ? [read.asset] : read.assets === null ? null : textsOf(read.assets),
      until: textOf(read.until),
      pretty: JSON.stringify(read, null, 2),
    };
  } catch {
    return { reason: undefined, processIds: [], assets: undefined, until: undefined, pretty: draft };
  }
}
