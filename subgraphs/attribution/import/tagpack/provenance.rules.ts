import { z } from 'zod';
import { objectIn } from '../../../../shared/json/jsonText';

/**
 * The provenance of an exported tag, in its `context`: one file holds the tags of many packs. Anybody can
 * write it. It tells which statement of ours a tag may be, and is never the source of another one.
 */
export interface Provenance {
  readonly title: string;
  readonly creator: string;
  /** The statement that was exported, where it is no tag of a pack. */
  readonly statement: string | null;
  /** The header fields of its pack; omitted where absent. */
  readonly isPublic?: boolean | undefined;
  readonly description?: string | undefined;
  /** As it was written, where a date is written otherwise in the export. */
  readonly lastmod?: string | undefined;
  /** As they were written, category first, where one of them is none of GraphSense's. */
  readonly concepts?: readonly string[] | undefined;
  readonly abuse?: string | undefined;
  readonly tagType?: string | undefined;
  /** The tag's own context. */
  readonly context: string | null;
}

const form = z.strictObject({
  cordon: z.strictObject({
    title: z.string().min(1).max(500),
    creator: z.string().min(1).max(500),
    statement: z.string().min(1).max(500).nullable(),
    isPublic: z.boolean().optional(),
    description: z.string().max(4_000).optional(),
    lastmod: z.string().max(500).optional(),
    concepts: z.array(z.string().min(1).max(500)).optional(),
    abuse: z.string().min(1).max(500).optional(),
    tagType: z.string().min(1).max(500).optional(),
    context: z.string().max(64_000).nullable(),
  }),
});

export const contextWithProvenance = (provenance: Provenance): string =>
  JSON.stringify({ cordon: provenance });

/** Null for a context that Cordon's export did not write. */
export function provenanceOf(context: string | null): Provenance | null {
  return form.safeParse(objectIn(context)).data?.cordon ?? null;
}
