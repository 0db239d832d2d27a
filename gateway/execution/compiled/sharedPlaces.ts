import type { AnswerSelection, SharedPlace } from '../call/answerSelection';
import type { KnownParts } from './knownParts';
import { placeOf } from './planPlace';
import type { EntityStep, RootStep, Step } from './step';

/**
 * Notes the places of a plan at which equal objects may be one. Only one fetch brings the objects of such a place: no other
 * fetch gives one of them a value that its equals lack. Later fetches depend on the values of an object only. Places of which
 * no entities are fetched are omitted.
 */
export function noteSharedPlaces(step: Step, known: KnownParts): Step {
  const fetches = fetchesOf(step);
  const timesBrought = new Map<string, number>();
  for (const { path, selection } of fetches)
    visitPlaces(selection, path, (place) => {
      timesBrought.set(place, (timesBrought.get(place) ?? 0) + 1);
    });
  const keys = keysByPlace(fetches);
  const shared = new Map<string, SharedPlace>();
  for (const { path, selection } of fetches)
    visitPlaces(selection, path, (place, { fields }) => {
      const names = keys.get(place);
      const by = fields.flatMap(({ from, key, selection: within }) =>
        !within && names?.has(key) ? from : [],
      );
      if (by.length > 0 && timesBrought.get(place) === 1) shared.set(place, { index: shared.size, by });
    });
  return shared.size === 0 ? step : withPlaces(step, shared, known);
}

function fetchesOf(step: Step): readonly (RootStep | EntityStep)[] {
  return 'steps' in step ? step.steps.flatMap(fetchesOf) : [step];
}

function visitPlaces(
  { fields }: AnswerSelection,
  path: readonly string[],
  visit: (place: string, selection: AnswerSelection) => void,
): void {
  for (const { key, selection } of fields) {
    if (!selection) continue;
    const within = [...path, key];
    visit(placeOf(within), selection);
    visitPlaces(selection, within, visit);
  }
}

/** The fields of which representations are made, by the place of their entities. */
function keysByPlace(fetches: readonly (RootStep | EntityStep)[]): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  for (const fetch of fetches) {
    if (fetch.kind !== 'Entities') continue;
    const place = placeOf(fetch.path);
    keys.set(place, new Set([...(keys.get(place) ?? []), ...fetch.representation.names]));
  }
  return keys;
}

type Places = ReadonlyMap<string, SharedPlace>;

function withPlaces(step: Step, places: Places, known: KnownParts): Step {
  if ('steps' in step) return { ...step, steps: step.steps.map((inner) => withPlaces(inner, places, known)) };
  const selection = addPlaces(step.selection, step.path, places);
  const once = known.once('selection', JSON.stringify(selection), () => selection);
  return { ...step, selection: once, from: nearestPlace(step.path, places) };
}

function addPlaces({ fields }: AnswerSelection, path: readonly string[], places: Places): AnswerSelection {
  return {
    fields: fields.map((field) => {
      if (!field.selection) return field;
      const within = [...path, field.key];
      return {
        ...field,
        selection: addPlaces(field.selection, within, places),
        place: places.get(placeOf(within)),
      };
    }),
  };
}

/** Returns the last shared place on a path, and the rest of the path. */
function nearestPlace(path: readonly string[], places: Places): RootStep['from'] {
  for (let end = path.length; end > 0; end--) {
    if (path[end - 1] === '@') continue;
    const place = places.get(placeOf(path.slice(0, end)));
    if (!place) continue;
    const rest = path.slice(end);
    const within = rest.findIndex((name) => name !== '@');
    return { place: place.index, path: within < 0 ? [] : rest.slice(within) };
  }
  return undefined;
}
