import fc from 'fast-check';
import { type Asked, queryOf, selection } from '../../support/gatewayQueries';
import { type GatewayUp, gatewayUp } from '../../support/gatewayUp';

/**
 * The oracle: what a token may not see is the full answer with those fields nulled, each with one error on its path.
 * Forbidden fields here are nullable, so that nulls do not spread; that they do is authorize.test.ts's.
 */
let up: GatewayUp;
beforeAll(async () => {
  up = await gatewayUp({ maxDepth: 30 });
});
afterAll(() => up.close());

/** The full answer as somebody with these scopes should see it, and the paths of what was taken out. */
function hide(
  value: unknown,
  asked: readonly Asked[],
  scopes: readonly string[],
  path: string,
  hidden: string[],
): unknown {
  if (Array.isArray(value)) return value.map((item, i) => hide(item, asked, scopes, `${path}.${i}`, hidden));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const node = asked.find(({ alias }) => alias === key);
      const here = `${path}.${key}`;
      if (node && (node.needs.length === 0 || node.needs.some((scope) => scopes.includes(scope)))) {
        return [key, node.inner ? hide(inner, node.inner, scopes, here, hidden) : inner];
      }
      hidden.push(here);
      return [key, null];
    }),
  );
}

it('what a token sees is the full answer with the forbidden fields nulled, each with an error on its path', async () => {
  const scopes = fc.subarray(['secret:read', 'attribution:read', 'sealed:read', 'unknown:read']);
  await fc.assert(
    fc.asyncProperty(selection('Query', 4), scopes, async (asked, given) => {
      const query = queryOf(asked);
      const variables = { yes: true };
      const full = await up.ask(query, { variables });
      expect(full.errors).toBeUndefined();
      up.calls.length = 0;
      const seen = await up.ask(query, { variables, scope: given.join(' ') });
      const hidden: string[] = [];
      expect(seen.data).toEqual(hide(full.data, asked, given, '', hidden));
      expect(seen.errors?.map((error) => `.${error.path?.join('.')}`).sort() ?? []).toEqual(hidden.sort());
      expect(new Set(seen.codes)).toEqual(new Set(hidden.length > 0 ? ['UNAUTHORIZED_FIELD_OR_TYPE'] : []));
      const sent = up.calls.map((call) => call.query).join('\n');
      if (!given.includes('secret:read')) expect(sent).not.toContain('secret');
      if (!given.includes('attribution:read')) expect(sent).not.toContain('wallets');
    }),
    { numRuns: 50 },
  );
});
