import type { EntryDesignation } from '../../list/listEntry';
import { earliest, ftmDays, latest } from './ftmDays.rules';
import { type FtmEntity, valuesOf } from './ftmEntity';

/** What an entity is designated by, and what of it could not be read. */
export interface FtmDesignations {
  /** Undefined: the entity's topic designates it, without dates. Empty: nothing designates it. */
  readonly designations: readonly EntryDesignation[] | undefined;
  readonly problems: readonly string[];
}

/** Whether a topic of the entity says that it is sanctioned. */
export const hasSanctionTopic = (entity: FtmEntity): boolean =>
  valuesOf(entity, 'topics').includes('sanction');

/**
 * Reads the designations of an entity from its Sanctions, each with its own dates. An end that cannot be, or cannot be
 * read, does not count. The topic `sanction` designates where there is no Sanction, and where every Sanction has ended:
 * then the sources disagree about today, and the answer is the safe one.
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
  const from = designations.map((one) => one.from).every((day) => day !== null)
    ? (designations.map((one) => one.from ?? '').sort()[0] ?? null)
    : null;
  return {
    designations: [...designations, { id: '', programmes: [], from, to: null, authority: null }],
    problems: [
      ...problems,
      `every Sanction of ${entity.id} has ended, and its topic is still \`sanction\`: it stays designated`,
    ],
  };
}

function designationOf(sanction: FtmEntity): { designation: EntryDesignation; problems: string[] } {
  const values = (name: string) => valuesOf(sanction, name);
  const programmes = values('programId').length > 0 ? values('programId') : values('program');
  const from = earliest([...values('listingDate'), ...values('startDate')]);
  const ends = values('endDate');
  const to = ends.every((end) => ftmDays(end) !== null) ? latest(ends) : null;
  const endsBeforeStart = from !== null && to !== null && to < from;
  const unread = ['listingDate', 'startDate', 'endDate'].flatMap((property) =>
    values(property)
      .filter((text) => ftmDays(text) === null)
      .map((text) => `${property} of ${sanction.id} is no date: ${text}`),
  );
  return {
    designation: {
      id: sanction.id,
      programmes: [...new Set(programmes)].sort(),
      from,
      to: endsBeforeStart ? null : to,
      authority: values('authority').sort().join('; ') || null,
    },
    problems: [
      ...unread,
      ...(endsBeforeStart
        ? [`${sanction.id} ends on ${to}, before it starts on ${from}: its end does not count`]
        : []),
    ],
  };
}
