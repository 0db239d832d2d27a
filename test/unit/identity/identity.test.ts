import fc from 'fast-check';
import { callerKey } from '../../../shared/identity/callerKey';
import { identitySchema, tenantOf } from '../../../shared/identity/identity';
import { isCanonicalSubject } from '../../../shared/identity/subject';
import { callerOf } from '../../support/identities';

const name = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('a', 'b', '","', 'null'));
const caller = fc.record({
  issuer: name,
  venue: fc.option(name),
  client: fc.option(name),
  subject: name,
});

it('two callers have one key only where issuer, venue, client and subject are the same', () => {
  fc.assert(
    fc.property(caller, caller, (a, b) => {
      const same = (['issuer', 'venue', 'client', 'subject'] as const).every((part) => a[part] === b[part]);
      expect(callerKey(a) === callerKey(b)).toBe(same);
    }),
  );
});

it('two canonical subjects differ in what they show', () => {
  const shown = (subject: string) => subject.normalize('NFKC').replaceAll(/[\s\p{C}\p{DI}]/gu, '');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (subject) => {
      fc.pre(isCanonicalSubject(subject));
      expect(shown(subject)).toBe(subject);
    }),
  );
});

it('a caller of a venue is confined to it, the operator is not, and nobody else has a tenant', () => {
  expect(tenantOf(callerOf('partner', 'v'))).toBe('v');
  expect(tenantOf({ ...callerOf('analyst'), venue: 'v' })).toBe('v');
  expect(tenantOf(callerOf('analyst'))).toBeNull();
  expect(() => tenantOf({ ...callerOf('analyst'), operator: false })).toThrow();
  expect(() => tenantOf({ ...callerOf('partner'), operator: true })).toThrow();
});

it('a subgraph takes no subject of more than one spelling either', () => {
  expect(identitySchema.safeParse(callerOf('analyst')).success).toBe(true);
  expect(identitySchema.safeParse({ ...callerOf('analyst'), subject: 'ann ' }).success).toBe(false);
  // Symbols that render as a blank.
  for (const blank of ['\u2800', '\u{1D159}'])
    expect(identitySchema.safeParse({ ...callerOf('analyst'), subject: `ann${blank}` }).success).toBe(false);
});
