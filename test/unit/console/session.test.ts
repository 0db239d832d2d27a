import { currentPurpose, keepPurpose } from '../../../console/src/session/purpose';
import { signIn, signOut } from '../../../console/src/session/session';
import { keepInMemory } from '../../support/console/sessionStorage';

const tokenOf = (claims: object) =>
  ['e30', Buffer.from(JSON.stringify({ exp: 9_999_999_999, ...claims })).toString('base64url'), ''].join('.');

describe('the purpose of a look', () => {
  keepInMemory();
  beforeEach(() => {
    signOut('LEFT');
    signIn(tokenOf({ sub: 'zoe', iss: 'a' }));
    keepPurpose('warrant 17');
  });

  it('outlives a renewed token of the same person', () => {
    signIn(tokenOf({ sub: 'zoe', iss: 'a', exp: 9_999_999_998 }));
    expect(currentPurpose()).toBe('warrant 17');
  });

  it.each<[string, () => void]>([
    ['a sign-out', () => signOut('LEFT')],
    ['a rejected token', () => signOut('REJECTED')],
    ['an expired token', () => signIn(tokenOf({ sub: 'zoe', iss: 'a', exp: 1 }))],
    ['another person', () => signIn(tokenOf({ sub: 'max', iss: 'a' }))],
    ['the same name of another issuer', () => signIn(tokenOf({ sub: 'zoe', iss: 'b' }))],
  ])('ends with %s', (_name, act) => {
    act();
    expect(currentPurpose()).toBe('');
  });
});
