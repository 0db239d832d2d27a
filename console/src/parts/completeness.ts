import type { Completeness } from '../graph/generated/graphql';
import { traceTexts } from '../texts/trace';

/** Says how a search was cut, for the first of several that was; undefined where all are complete. An unknown kind is a cut. */
export function cutOf(
  searched: readonly Completeness[],
): { readonly kind: string; readonly text: string } | undefined {
  const kind = searched.find((one) => one !== 'COMPLETE');
  if (kind === undefined) return undefined;
  const texts: Readonly<Record<string, string>> = traceTexts.cut;
  return { kind, text: texts[kind] ?? traceTexts.cutUnknown };
}
