import { type Identity, tenantOf } from '../../../shared/identity/identity';
import { audienceName } from './audienceName';
import type { Role } from '../../../shared/identity/roles';
import type { LegalProcessRecord } from './legalProcess.record';

/** Who needs to know of a process that must not be disclosed: who records it, who approves on it, who audits it. */
const needToKnow: readonly Role[] = ['legal', 'approver', 'auditor'];

/** Which legal processes somebody may know of: the open ones, and of the restricted all or those it is named in. */
export interface ProcessKnowledge {
  readonly restricted: boolean;
  /** The name that an audience has the caller under (audienceName.ts). */
  readonly name: string;
}

/**
 * What a caller may know of legal processes. A partner never may know of restricted ones by its role, whatever other
 * roles its token holds: whoever recorded the process has to name it.
 */
export function knowledgeOf(caller: Identity): ProcessKnowledge {
  const restricted = tenantOf(caller) === null && caller.roles.some((role) => needToKnow.includes(role));
  const { issuer, subject } = caller;
  return { restricted, name: audienceName({ issuer, venue: tenantOf(caller), subject }) };
}

/**
 * Whether somebody is shown that a measure rests on a process. Who does not need to know, and is not in its audience, is
 * shown those alone that the subject may be told of too. So a measure that shows no basis says nothing: it may rest on an
 * open process that nobody talks of, as most do in an investigation, or on one that must not be disclosed. What is
 * proposed by others, and what a release says, goes by the same rule.
 */
export const isVisibleBasis = (
  { disclosure, mayNotify, audience }: Pick<LegalProcessRecord, 'disclosure' | 'mayNotify' | 'audience'>,
  { restricted, name }: ProcessKnowledge,
): boolean => restricted || audience.includes(name) || (disclosure === 'OPEN' && mayNotify);

/** Whether somebody may know of a process at all. */
export const mayKnow = (
  { disclosure, audience }: Pick<LegalProcessRecord, 'disclosure' | 'audience'>,
  { restricted, name }: ProcessKnowledge,
): boolean => restricted || disclosure === 'OPEN' || audience.includes(name);

/** For a rule that must not depend on who asks, and shows nobody what it read. */
export const knowsAll: ProcessKnowledge = { restricted: true, name: '' };
