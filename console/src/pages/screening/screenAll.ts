import { codeOf, type GraphError } from '../../graph/answer';
import { ask, AskError } from '../../graph/ask';
import { ScreenSubjectsDocument } from '../../graph/generated/graphql';
import { screeningTexts } from '../../texts/screening';
import type { ScreenedSubject, Subject } from './subject';

/** Subjects a request; the graph takes up to 1,000, and smaller ones show progress and cancel sooner. */
const batchSize = 250;

export interface ScreenOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (screened: readonly ScreenedSubject[]) => void;
}

/** The error of one subject that could not be screened: its row shows it as `problem`. */
const isShownAsProblem = (error: GraphError) => codeOf(error) === 'NOT_SCREENED' && error.path?.length === 3;

/** Screens subjects batch by batch, in order. Rejects at the first batch that was not answered whole. */
export async function screenAll(
  subjects: readonly Subject[],
  { signal, onProgress }: ScreenOptions,
): Promise<void> {
  for (let from = 0; from < subjects.length; from += batchSize) {
    const batch = subjects.slice(from, from + batchSize);
    const asked = batch.map(({ ownId: _ownId, identifiers, ...subject }) => ({
      ...subject,
      ...(identifiers ? { identifiers: [...identifiers] } : {}),
    }));
    const { data, errors: all } = await ask(ScreenSubjectsDocument, { subjects: asked }, { signal });
    const screened = data.screenNames;
    const errors = all.filter((error) => !isShownAsProblem(error));
    if (errors.length > 0 || screened.length !== batch.length)
      throw AskError.of(errors, screeningTexts.notAll);
    onProgress(
      batch.flatMap((subject, i) => {
        const screening = screened[i];
        return screening ? [{ subject, screening }] : [];
      }),
    );
  }
}
