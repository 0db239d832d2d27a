import { MongoError } from '../bson/mongoError';

export const isPositional = (step: string): boolean => step.startsWith('$');

/** @throws MongoError `ConflictingUpdateOperators` where two places turn out to be one, or one lies within another */
export function checkTargets(targets: readonly (readonly string[])[]): void {
  const taken = new Set(targets.map((target) => target.join('.')));
  const within = targets.find((target) =>
    target.some((_, at) => at > 0 && taken.has(target.slice(0, at).join('.'))),
  );
  if (!within && taken.size === targets.length) return;
  const place =
    within ??
    targets.find((target, at) => targets.findIndex((one) => one.join('.') === target.join('.')) < at)!;
  throw new MongoError(
    'ConflictingUpdateOperators',
    `Updating the path '${place.join('.')}' would create a conflict at '${place.join('.')}'`,
  );
}
