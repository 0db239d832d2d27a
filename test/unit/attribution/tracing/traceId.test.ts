import fc from 'fast-check';
import { readTraceId, type TraceFacts, traceIdOf } from '../../../../subgraphs/attribution/tracing/traceId';

const facts: fc.Arbitrary<TraceFacts> = fc.record({
  actorId: fc.stringMatching(/^[a-z0-9-]+:[^\s]{1,20}$/),
  snapshot: fc.nat(),
  completeness: fc.constantFrom('COMPLETE' as const, 'HUB_CUT' as const, 'BUDGET' as const),
  walletId: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  startId: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })),
  seqs: fc.array(fc.nat(), { maxLength: 12 }),
});

describe('the id of a trace', () => {
  it('says again what it was made of', () => {
    fc.assert(fc.property(facts, (made) => expect(readTraceId(traceIdOf(made))).toEqual(made)));
  });

  it('is rejected when a character of it is changed, omitted or added', () => {
    const id = traceIdOf({
      actorId: 'ofac:1',
      snapshot: 9,
      completeness: 'COMPLETE',
      walletId: 'w',
      startId: null,
      seqs: [1, 2],
    });
    expect(readTraceId(`${id}A`)).toBeNull();
    expect(readTraceId(`${id}=`)).toBeNull();
    expect(readTraceId(` ${id}`)).toBeNull();
    expect(readTraceId(id.slice(1))).toBeNull();
  });

  it.each([
    '',
    'x',
    't1',
    Buffer.from('t1 c 9  w ofac:1').toString('base64url'),
    Buffer.from('t3 c 9 1 w a:b').toString('base64url'),
    Buffer.from('t2 c 9 1 w a:b').toString('base64url'),
    Buffer.from('t1 c 9 1 from=v w a:b').toString('base64url'),
    Buffer.from('t1 c 09 1 w a:b').toString('base64url'),
    Buffer.from('t1 c 9 1 %% a:b').toString('base64url'),
  ])('is rejected where it was never made: %j', (id) => expect(readTraceId(id)).toBeNull());
});
