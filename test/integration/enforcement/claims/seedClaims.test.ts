import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../../../shared/config/projectRoot';
import { claimStore } from '../../../../subgraphs/enforcement/claim/claim.store';
import { quotationStore } from '../../../../subgraphs/enforcement/claim/quotation.store';
import { contradictionStore } from '../../../../subgraphs/enforcement/contradiction/contradiction.store';
import { importClaims } from '../../../../subgraphs/enforcement/import/claims/importClaims';
import { claimsFolder } from '../../../support/claimsFile';
import { describeWithData } from '../../../support/describeWithData';
import { type EnforcementUp, enforcementUp } from '../../../support/enforcementUp';
import { sharedData } from '../../../support/sharedData';

const file = join(sharedData, 'enforcement', 'seed_claims.json');
const sources = join(sharedData, '..', 'seeds');

interface Seed {
  readonly claims: readonly { readonly id: string; readonly quote: string; readonly note: string | null }[];
  readonly contradictions: readonly { readonly topic: string; readonly claims: readonly string[] }[];
}

describeWithData.each(['with the bundled case', 'without it'])('the articles, %s', (how) => {
  let up: EnforcementUp;
  let seed: Seed;
  const bring = (path = file) =>
    importClaims(
      {
        claims: claimStore(up.records.claims),
        quotations: quotationStore(up.records.quotations),
        contradictions: contradictionStore(up.records.contradictions),
      },
      { file: path, sources },
    );

  beforeAll(async () => {
    seed = JSON.parse(readFileSync(file, 'utf8')) as Seed;
    up = await enforcementUp();
    if (how === 'with the bundled case') await up.importCase(join(projectRoot(), 'cases', 'dprk-2023'));
  });
  afterAll(() => up.close());

  it('have 47 claims of 47 at their places, once, in 13 groups of 13, each as exactly its claims', async () => {
    expect(await bring()).toMatchObject({ read: 47, verified: 47, stored: 47, quarantined: 0, groups: 13 });
    expect(await bring()).toMatchObject({ read: 47, verified: 47, stored: 0, duplicates: 47, groups: 13 });
    const { claims, contradictions } = await up.data(
      '{ claims(first: 200) { totalCount nodes { quote note } } contradictions { topic why claims { quote } } }',
    );
    expect(claims.totalCount).toBe(47);
    const quotes = claims.nodes.map(({ quote }: { quote: string }) => quote);
    expect([...quotes].sort()).toEqual(seed.claims.map(({ quote }) => quote).sort());
    const quoteOf = new Map(seed.claims.map(({ id, quote }) => [id, quote]));
    const asShown = contradictions.map((group: { topic: string; claims: { quote: string }[] }) => ({
      topic: group.topic,
      claims: group.claims.map(({ quote }) => quote).sort(),
    }));
    expect(asShown).toHaveLength(13);
    expect(asShown).toEqual(
      expect.arrayContaining(
        seed.contradictions.map(({ topic, claims: ids }) => ({
          topic,
          claims: ids.map((id) => quoteOf.get(id)).sort(),
        })),
      ),
    );
  });

  it('of which one with a letter changed is quarantined, and no other is stored twice', async () => {
    const [first, ...rest] = seed.claims;
    const changed = { ...first, id: 'A01x', quote: first?.quote.replace('e', 'a') };
    const folder = claimsFolder();
    const report = await bring(folder.write({ ...seed, claims: [changed, ...rest] }));
    folder.remove();
    expect(report).toMatchObject({ read: 47, verified: 46, stored: 0, duplicates: 46, quarantined: 1 });
    expect(report.quarantine).toEqual([
      expect.objectContaining({ id: 'A01x', found: expect.stringContaining(first?.quote ?? '') }),
    ]);
    expect(report.groupsLeftOut.map(({ id }) => id)).toEqual(['X1', 'X2']);
    expect((await up.data('{ claims { totalCount } contradictions { id } }')).claims.totalCount).toBe(47);
  });

  it('have losses by country, side by side', async () => {
    const { lossEstimates, jp } = await up.data(
      '{ lossEstimates { nodes { country value unit } } jp: lossEstimates(country: "JP") { totalCount } }',
    );
    const ofCountries = lossEstimates.nodes.filter(
      ({ country }: { country: string | null }) => country !== null,
    );
    expect(ofCountries).toHaveLength(4);
    expect(ofCountries).toEqual(
      expect.arrayContaining([
        { country: 'JP', value: '721000000', unit: 'USD' },
        { country: 'VN', value: '540000000', unit: 'USD' },
        { country: 'US', value: '497000000', unit: 'USD' },
        { country: 'HK', value: '281000000', unit: 'USD' },
      ]),
    );
    expect(jp.totalCount).toBe(1);
  });
});
