import { roles } from '../../../shared/identity/roles';
import { claimTextsOf } from '../../../subgraphs/enforcement/claim/claim.rules';
import { knowledgeOf } from '../../../subgraphs/enforcement/legalProcess/disclosure.rules';
import { callerOf } from '../../support/identities';

describe('who may know of a process that must not be disclosed', () => {
  it('is legal, an approver or an auditor', () => {
    const inHouse = roles.filter((role) => role !== 'partner');
    expect(inHouse.filter((role) => knowledgeOf(callerOf(role)).restricted)).toEqual([
      'approver',
      'legal',
      'auditor',
    ]);
  });

  it('is never a partner, whatever else its token says', () => {
    for (const role of roles) {
      expect(knowledgeOf({ ...callerOf('partner', 'meridian'), roles: ['partner', role] }).restricted).toBe(
        false,
      );
      expect(knowledgeOf(callerOf(role, 'meridian')).restricted).toBe(false);
    }
  });
});

describe('which claims a caller may see', () => {
  it('is all with claims:read, and what is published otherwise', () => {
    expect(claimTextsOf(callerOf('analyst'))).toBe('ALL');
    expect(claimTextsOf(callerOf('spokesperson'))).toBe('PUBLISHED');
    expect(claimTextsOf({ ...callerOf('analyst'), scopes: [] })).toBe('PUBLISHED');
  });
});
