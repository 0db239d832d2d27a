import type { EntryDesignation } from '../../list/listEntry';
import { type DaySpan, earliest, ftmDays, latest } from './ftmDays.rules';
import { type FtmEntity, valuesOf } from './ftmEntity';

/** The designations of an entity, and the parts of it that could not be read. */
export interface FtmDesignations {
  /** Undefined: the entity's topic designates it, without dates. Empty: nothing designates it. */
  readonly designations: readonly EntryDesignation[] | undefined;
  readonly problems: readonly string[];
}

/** Tells if a topic of the entity marks it as sanctioned. */
export const hasSanctionTopic = (entity: FtmEntity): boolean =>
  valuesOf(entity, 'topics').includes('sanction');

/**
 * Reads the designations of an entity from its Sanctions, each with its own dates. An end that is impossible
 * or unreadable does not count. The topic `sanction` designates where the entity has no Sanction, and where
 * every Sanction has ended. Then the sources disagree about today, and the answer is the safe one.
 */
export function ftmDesignations(
  entity: FtmEntity,
  sanctions: readonly FtmEntity[],
  today: string,
): FtmDesignations {
  const read = sanctions.map(designationOf);
  const problems = read.flatMap((one) => one.problems);
  const designations = read.map((one) => one.designation);
  if (!hasSanctionTopic(entity)) return { designations, problems };
  if (designations.length === 0) return { designations: undefined, problems };
  if (designations.some(({ to }) => to === null || to >= today)) return { designations, problems };
  const starts = sanctions.map(startsOf);
  const from = starts.every((dates) => earliest(dates) !== null) ? earliest(starts.flat()) : null;
  return {
    designations: [...designations, { id: '', programmes: [], authority: null, ...datesOf(from, null) }],
    problems: [
      ...problems,
      `every Sanction of ${entity.id} has ended, and its topic is still \`sanction\`: it stays designated`,
    ],
  };
}

const startsOf = (sanction: FtmEntity): string[] => [
  ...valuesOf(sanction, 'listingDate'),
  ...valuesOf(sanction, 'startDate'),
];

type Dates = Pick<EntryDesignation, 'from' | 'to' | 'fromLatest' | 'fromText' | 'toEarliest' | 'toText'>;

const datesOf = (from: DaySpan | null, to: DaySpan | null): Dates => ({
  from: from?.from ?? null,
  to: to?.to ?? null,
  ...(from?.text === undefined ? {} : { fromLatest: from.to, fromText: from.text }),
  ...(to?.text === undefined ? {} : { toEarliest: to.from, toText: to.text }),
});

function designationOf(sanction: FtmEntity): { designation: EntryDesignation; problems: string[] } {
  const values = (name: string) => valuesOf(sanction, name);
  const programmes = values('programId').length > 0 ? values('programId') : values('program');
  const from = earliest(startsOf(sanction));
  const ends = values('endDate');
  const to = ends.every((end) => ftmDays(end) !== null) ? latest(ends) : null;
  const endsBeforeStart = from !== null && to !== null && to.to < from.from;
  const unread = ['listingDate', 'startDate', 'endDate'].flatMap((property) =>
    values(property)
      .filter((text) => ftmDays(text) === null)
      .map((text) => `${property} of ${sanction.id} is no date: ${text}`),
  );
  return {
    designation: {
      id: sanction.id,
      programmes: [...new Set(programmes)].sort(),
      authority: values('authority').sort().join('; ') || null,
      ...datesOf(from, endsBeforeStart ? null : to),
    },
    problems: [
      ...unread,
      ...(endsBeforeStart
        ? [
            `${sanction.id} ends on ${to.text ?? to.to}, before it starts on ${from.text ?? from.from}: its end does not count`,
          ]
        : []),
    ],
  };
}
