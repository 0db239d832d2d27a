import { claimsOf } from '../../../console/src/session/token';

const tokenOf = (claims: object) =>
  ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), 'sig'].join('.');

describe('the claims of a token', () => {
  it('are what the console shows of a session', () => {
    const token = tokenOf({ sub: 'Zoë', exp: 10, roles: ['partner'], scope: 'a b', venue: 'v' });
    expect(claimsOf(token)).toEqual({
      subject: 'Zoë',
      roles: ['partner'],
      scopes: ['a', 'b'],
      venue: 'v',
      expiresAt: 10_000,
    });
  });

  it.each(['', 'abc', 'a.b.c', tokenOf({ sub: 1, exp: 1 }), tokenOf({ sub: 'a' })])(
    'are not read from %s',
    (text) => {
      expect(claimsOf(text)).toBeUndefined();
    },
  );
});
