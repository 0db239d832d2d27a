import { z } from 'zod';
import type { FtmEntity } from './ftmEntity';
import { attached, relations } from './ftmSchemata';

const entityForm = z.looseObject({
  id: z.string().min(1),
  schema: z.string().min(1),
  caption: z.string().nullish(),
  datasets: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.array(z.unknown())).default({}),
});

type EntityForm = z.output<typeof entityForm>;

/**
 * Reads an entity, itself first, and every entity that is nested in its properties (`targets.nested.json`). A nested one
 * that leaves out to whom it belongs is about the one around it. Null where it is no entity.
 */
export function flattenEntity(json: unknown, line: number): readonly [FtmEntity, ...FtmEntity[]] | null {
  const parsed = entityForm.safeParse(json);
  return parsed.success ? flattened(parsed.data, line) : null;
}

function flattened(form: EntityForm, line: number): readonly [FtmEntity, ...FtmEntity[]] {
  const nested: FtmEntity[] = [];
  const textOf = (value: unknown): string[] => {
    if (typeof value === 'string') return value === '' ? [] : [value];
    if (typeof value === 'number') return [String(value)];
    const inner = entityForm.safeParse(value);
    if (!inner.success) return [];
    nested.push(...flattened(withOwner(inner.data, form.id), line));
    return [inner.data.id];
  };
  const texts = Object.entries(form.properties).map(
    ([property, values]) => [property, values.flatMap(textOf)] as const,
  );
  const { id, schema, caption, datasets = [] } = form;
  return [
    { id, schema, caption: caption ?? null, properties: Object.fromEntries(texts), datasets, line },
    ...nested,
  ];
}

/** Returns the nested entity with the one around it in its owner property, where that is omitted. */
function withOwner(form: EntityForm, owner: string): EntityForm {
  const relation = relations[form.schema];
  const ends = relation ? [relation.from, relation.to] : [attached[form.schema]];
  const [missing] = ends.filter((end) => end !== undefined && !(form.properties[end]?.length ?? 0));
  if (missing === undefined) return form;
  return { ...form, properties: { ...form.properties, [missing]: [owner] } };
}
