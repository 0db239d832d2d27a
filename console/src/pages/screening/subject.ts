import type { ActorKind, ScreenSubjectsQuery } from '../../graph/generated/graphql';

/** A subject of screening, as it was typed or read from a file. */
export interface Subject {
  readonly name: string;
  readonly birthDate?: string;
  readonly nationality?: string;
  readonly kind?: ActorKind;
  readonly identifiers?: readonly string[];
  /** The customer's own id. */
  readonly ownId?: string;
}

export type Screening = ScreenSubjectsQuery['screenNames'][number];
export type Match = NonNullable<Screening['matches']>[number];

export interface ScreenedSubject {
  readonly subject: Subject;
  readonly screening: Screening;
}

const kinds: readonly ActorKind[] = ['PERSON', 'ORGANISATION', 'GROUP', 'VESSEL', 'AIRCRAFT', 'UNKNOWN'];

export const kindOf = (text: string): ActorKind | undefined =>
  kinds.find((kind) => kind === text.trim().toUpperCase());
