import { roles } from '../../../shared/identity/roles';
import { claimViewOf } from '../../../subgraphs/enforcement/claim/claim.rules';
import { mayKnowRestricted } from '../../../subgraphs/enforcement/legalProcess/disclosure.rules';
import { callerOf } from '../../support/identities';

describe('who may know of a process that must not be disclosed', () => {
  it('is legal, an approver or an auditor', () => {
    const inHouse = roles.filter((role) => role !== 'partner');
    expect(inHouse.filter((role) => mayKnowRestricted(callerOf(role)))).toEqual([
      'approver',
      'legal',
      'auditor',
    ]);
  });

  it('is never a partner, whatever else its token says', () => {
    for (const role of roles) {
      expect(mayKnowRestricted({ ...callerOf('partner', 'meridian'), roles: ['partner', role] })).toBe(false);
      expect(mayKnowRestricted(callerOf(role, 'meridian'))).toBe(false);
    }
  });
});

describe('which claims a caller may see', () => {
  it('is all with claims:read, and what is published otherwise', () => {
    expect(claimViewOf(callerOf('analyst'))).toBe('ALL');
    expect(claimViewOf(callerOf('spokesperson'))).toBe('PUBLISHED');
    expect(claimViewOf({ ...callerOf('analyst'), scopes: [] })).toBe('PUBLISHED');
  });
});
