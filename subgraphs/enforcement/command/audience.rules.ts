import { badUserInput } from '../../../shared/errors/cordonError';
import { isCanonicalSubject } from '../../../shared/identity/subject';
import { type AudienceMember, audienceName } from '../legalProcess/audienceName';
import type { RecordLegalProcessInput } from './recordLegalProcess.input';

/**
 * Returns the names of the audience that an input gives, or null where it gives none.
 * @throws CordonError BAD_USER_INPUT for somebody whom no token can name
 */
export function audienceOf(
  { audience, audienceMembers }: Pick<RecordLegalProcessInput, 'audience' | 'audienceMembers'>,
  issuer: string,
): string[] | null {
  if (!audience && !audienceMembers) return null;
  const ownPeople = (audience ?? []).map((subject) => nameOf({ issuer, venue: null, subject }, 'audience'));
  const members = (audienceMembers ?? []).map((member) =>
    nameOf(
      { issuer: member.issuer ?? issuer, venue: member.venue ?? null, subject: member.subject },
      'audienceMembers',
    ),
  );
  return [...new Set([...ownPeople, ...members])];
}

function nameOf(member: AudienceMember, argument: string): string {
  const { issuer, venue, subject } = member;
  if (!isCanonicalSubject(subject)) {
    throw badUserInput(
      `${JSON.stringify(subject)} is no subject of a token: give it in NFKC form, without white space or invisible characters`,
      { argument },
    );
  }
  if (issuer === '' || venue === '')
    throw badUserInput('an issuer or a venue without characters: leave it out instead', { argument });
  return audienceName(member);
}
