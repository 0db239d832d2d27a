/**
 * Returns the silent losses: places where an answer with faults differs from the whole one without an error.
 * They are another value, or a null without an error at its path or below. `errors` are texts that begin with
 * a path as JSON.
 */
export function silentLosses(whole: string, part: string, errors: readonly string[]): readonly string[] {
  const paths = errors.map((error) => pathText(JSON.parse(error.slice(0, error.indexOf('] ') + 1))));
  return differences(JSON.parse(whole), JSON.parse(part), paths, '');
}

const pathText = (path: readonly (string | number)[]) => `${path.map((key) => `/${key}`).join('')}/`;

function differences(
  whole: unknown,
  part: unknown,
  errors: readonly string[],
  path: string,
): readonly string[] {
  if (part === null && whole !== null)
    return errors.some((error) => error.startsWith(`${path}/`)) ? [] : [`${path}: null without an error`];
  if (whole === null) return unfounded(part, errors, path);
  if (typeof whole !== 'object' || typeof part !== 'object' || part === null)
    return whole === part ? [] : [`${path}: ${JSON.stringify(part)} instead of ${JSON.stringify(whole)}`];
  if (Array.isArray(whole) !== Array.isArray(part)) return [`${path}: a list and an object`];
  if (Object.keys(whole).join() !== Object.keys(part).join())
    return [`${path}: ${Object.keys(part).join()} instead of ${Object.keys(whole).join()}`];
  return Object.entries(whole).flatMap(([name, value]) =>
    differences(value, Object.getOwnPropertyDescriptor(part, name)?.value, errors, `${path}/${name}`),
  );
}

/** Where there is nothing, an answer of the wrong form may stand, as long as each value in it is an error. */
function unfounded(part: unknown, errors: readonly string[], path: string): readonly string[] {
  if (part === null) return [];
  if (typeof part !== 'object') return [`${path}: ${JSON.stringify(part)} instead of null`];
  return Object.entries(part).flatMap(([name, value]) => {
    const here = `${path}/${name}`;
    if (value !== null) return unfounded(value, errors, here);
    return errors.some((error) => error.startsWith(`${here}/`)) ? [] : [`${here}: null without an error`];
  });
}
