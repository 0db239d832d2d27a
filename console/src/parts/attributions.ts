import { partTexts } from '../texts/parts';

export interface AttributionFacts {
  readonly actor?: { readonly id: string } | null;
  readonly stance: string;
  readonly retracted: boolean;
}

/** The attributions that say that a wallet is an actor's: neither disputes nor what was retracted. */
export const attributionsTo = <One extends AttributionFacts>(
  actor: string,
  attributions: readonly One[],
): readonly One[] =>
  attributions.filter(
    ({ actor: whose, stance, retracted }) => whose?.id === actor && stance === 'ASSERTS' && !retracted,
  );

/** The highest confidence, 0 to 100; unknown where there is no attribution, never 0. */
export const highestConfidence = (
  attributions: readonly { readonly confidence: number }[],
): number | string =>
  attributions.length > 0 ? Math.max(...attributions.map(({ confidence }) => confidence)) : partTexts.unknown;
