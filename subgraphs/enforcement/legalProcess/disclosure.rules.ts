import { type Identity, tenantOf } from '../../../shared/identity/identity';
import { audienceName } from './audienceName';
import type { Role } from '../../../shared/identity/roles';
import type { LegalProcessRecord } from './legalProcess.record';

/**
 * The roles that need to know of a process that must not be disclosed: they record it, approve on it, or
 * audit it.
 */
const needToKnow: readonly Role[] = ['legal', 'approver', 'auditor'];

/**
 * The legal processes that a caller may know of: the open ones, and of the restricted all or those whose
 * audience names it.
 */
export interface ProcessKnowledge {
  readonly restricted: boolean;
  /** The name that an audience has the caller under (audienceName.ts). */
  readonly name: string;
}

/**
 * Returns the processes that a caller may know of. A partner never knows of restricted ones by its role,
 * whatever other roles its token holds: their audience has to name it.
 */
export function knowledgeOf(caller: Identity): ProcessKnowledge {
  const restricted = tenantOf(caller) === null && caller.roles.some((role) => needToKnow.includes(role));
  const { issuer, subject } = caller;
  return { restricted, name: audienceName({ issuer, venue: tenantOf(caller), subject }) };
}

/**
 * Tells if a caller is shown that a measure rests on a process. A caller who does not need to know, and is
 * not in its audience, sees only those of which the subject may be told too. So a measure without a visible
 * basis reveals nothing. It may rest on an open process of which nobody may talk, as is usual in an
 * investigation, or on one that must not be disclosed. Proposals of others, and the words of a release,
 * follow the same rule.
 */
export const isVisibleBasis = (
  { disclosure, mayNotify, audience }: Pick<LegalProcessRecord, 'disclosure' | 'mayNotify' | 'audience'>,
  { restricted, name }: ProcessKnowledge,
): boolean => restricted || audience.includes(name) || (disclosure === 'OPEN' && mayNotify);

/** Tells if a caller may know of a process at all. */
export const mayKnow = (
  { disclosure, audience }: Pick<LegalProcessRecord, 'disclosure' | 'audience'>,
  { restricted, name }: ProcessKnowledge,
): boolean => restricted || disclosure === 'OPEN' || audience.includes(name);

/** For a rule that must not depend on the caller, and shows nobody its reads. */
export const fullKnowledge: ProcessKnowledge = { restricted: true, name: '' };
