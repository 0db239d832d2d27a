import type { ExplainedMatch } from '../../subgraphs/sanctions/screening/engine/explainMatch';

const points = (given: number) => `${given > 0 ? '+' : ''}${Math.round(given * 100)}`;

/**
 * Tells every reason of a match in words: the aligned words, those without counterpart, and the points (of 100) of the facts
 * beside the name.
 */
export function matchReasons(match: ExplainedMatch): string {
  const { words, queryAlone, listedAlone, modifiers, confirmedBy, weakAlias } = match;
  return [
    ...words.map(
      ({ query, listed, alignment }) =>
        `${query.join(' ')} = ${listed.join(' ')} (${alignment.toLowerCase()})`,
    ),
    ...(queryAlone.length > 0 ? [`only in the name: ${queryAlone.join(' ')}`] : []),
    ...(listedAlone.length > 0 ? [`only on the list: ${listedAlone.join(' ')}`] : []),
    ...modifiers.map(({ text, points: given }) => `${text} (${points(given)})`),
    ...confirmedBy.map((alias) => `the weak alias ${alias} matches too`),
    ...(weakAlias ? ['a weak alias'] : []),
  ].join('; ');
}
