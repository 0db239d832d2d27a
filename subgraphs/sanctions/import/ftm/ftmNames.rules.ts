import type { ListAlias } from '../../list/listEntry';
import { scriptOf } from '../../list/scriptOf';
import { type FtmEntity, valuesOf } from './ftmEntity';

/** The properties that replace the name of an entity without one, in this order. */
const substitutes = ['alias', 'weakAlias', 'previousName', 'isin', 'publicKey', 'full', 'registrationNumber'];

/** The main name: the caption, else the first name, else a name made of its parts, else a number, else the id. */
export function ftmName(entity: FtmEntity): string {
  const { id, caption, properties } = entity;
  if (caption !== null && caption.trim() !== '' && caption !== id) return caption;
  const parts = nameOfParts(entity);
  const [name] = [
    ...(properties['name'] ?? []),
    ...(parts === null ? [] : [parts]),
    ...substitutes.flatMap((property) => valuesOf(entity, property)),
  ];
  return name ?? id;
}

/** `firstName lastName`, where the entity gives each once. */
function nameOfParts(entity: FtmEntity): string | null {
  const parts = ['firstName', 'secondName', 'middleName', 'fatherName', 'lastName'].map((property) =>
    valuesOf(entity, property),
  );
  if (parts.some((values) => values.length > 1)) return null;
  return parts.flat().join(' ') || null;
}

/** Every other name. An entity without a name of its own still has those that its parts make. */
export function ftmAliases(entity: FtmEntity, main: string): ListAlias[] {
  const parts = nameOfParts(entity);
  const strong = [
    ...valuesOf(entity, 'name'),
    ...valuesOf(entity, 'alias'),
    ...valuesOf(entity, 'abbreviation'),
    ...(valuesOf(entity, 'name').length > 0 || parts === null ? [] : [parts]),
  ];
  const former = [...valuesOf(entity, 'previousName'), ...valuesOf(entity, 'pastNames')];
  const taken = new Set([main]);
  const fresh = (texts: readonly string[]) =>
    texts.filter((text) => !taken.has(text) && taken.add(text).has(text));
  const aliases =
    (strength: ListAlias['strength'], kind: ListAlias['kind']) =>
    (name: string): ListAlias => ({ name, strength, kind, script: scriptOf(name) });
  return [
    ...fresh(strong).map(aliases('STRONG', 'AKA')),
    ...fresh(former).map(aliases('STRONG', 'FKA')),
    ...fresh(valuesOf(entity, 'weakAlias')).map(aliases('WEAK', 'AKA')),
  ];
}
