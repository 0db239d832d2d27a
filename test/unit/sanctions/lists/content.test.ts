import { canonicalJson as checkedJson, type Json } from '@cordon/ledger';
import fc from 'fast-check';
import { canonicalJson } from '../../../../subgraphs/sanctions/list/content.rules';

/** Values whose fields have names as ours do. */
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string({ unit: 'grapheme' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value')),
    fc.dictionary(fc.stringMatching(/^[A-Za-z_]{1,12}$/), tie('value')),
  ),
}));

it('writes the canonical JSON of an entry as the ledger does', () => {
  fc.assert(fc.property(value, (json) => expect(canonicalJson(json)).toBe(checkedJson(json))));
});
