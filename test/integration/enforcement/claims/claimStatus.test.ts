import { join } from 'node:path';
import { projectRoot } from '../../../../shared/config/projectRoot';
import { type EnforcementUp, enforcementUp, writeCase } from '../../../support/enforcementUp';
import { callerOf } from '../../../support/identities';

/**
 * Checks the statuses of claims by contradictions, and the searches that find them, over the bundled case.
 */

let up: EnforcementUp;
beforeAll(async () => {
  up = await enforcementUp();
  await up.importCase(join(projectRoot(), 'cases', 'dprk-2023'));
});
afterAll(() => up.close());

interface Group {
  readonly id: string;
  readonly claims: readonly { readonly id: string; readonly about: readonly string[] }[];
}
const shortId = (id: string) => id.replace('dprk-2023:', '');
const claimsBy = async (args: string): Promise<string[]> => {
  const { claims } = await up.data(`{ claims(${args}, first: 200) { totalCount nodes { id } } }`);
  expect(claims.totalCount).toBe(claims.nodes.length);
  return claims.nodes.map(({ id }: { id: string }) => shortId(id));
};
const statements = async (args = '', caller = callerOf('spokesperson')) => {
  const fields = 'id status about contradictions { id }';
  const { publicStatements } = await up.data(
    `{ publicStatements(first: 200${args}) { totalCount nodes { ${fields} } } }`,
    {},
    caller,
  );
  expect(publicStatements.totalCount).toBe(publicStatements.nodes.length);
  return new Map<string, { status: string; about: string[]; contradictions: { id: string }[] }>(
    publicStatements.nodes.map((node: { id: string }) => [shortId(node.id), node]),
  );
};

describe('a public statement', () => {
  it('is not offered where it stands in a contradiction and no primary source supports it, unless asked', async () => {
    const offered = await statements();
    const all = await statements(', includeUnsupported: true');
    expect([offered.size, all.size]).toEqual([6, 13]);
    for (const { status } of offered.values()) expect(['UNCONTESTED', 'SUPPORTED']).toContain(status);
    const left = [...all].filter(([id]) => !offered.has(id));
    for (const [, { status, contradictions }] of left) {
      expect(['CONTESTED', 'UNSUPPORTED']).toContain(status);
      expect(contradictions.length).toBeGreaterThan(0);
    }
    // $5.8M: a primary source dates it, and supports neither article. B03 and B10 are borne out.
    expect(all.get('B12')).toMatchObject({ status: 'UNSUPPORTED', contradictions: [{ id: 'dprk-2023:X7' }] });
    expect([offered.has('B12'), offered.get('B03')?.status, offered.get('B10')?.status]).toEqual([
      false,
      'SUPPORTED',
      'SUPPORTED',
    ]);
    expect(all.get('B04')).toMatchObject({ status: 'CONTESTED' });
  });

  it('is the same for every caller', async () => {
    for (const role of ['auditor', 'analyst'] as const)
      expect(await statements('', callerOf(role))).toEqual(await statements());
  });

  it('is not contested by what is not published, or is about an account', async () => {
    const sha = 'a'.repeat(64);
    const claim = (id: string, text: string, offset: number, more: string) =>
      `  - { id: ${id}, text: ${text}, offset: ${offset}, length: 4, statement: S, subject: s, predicate: p, ${more} }\n`;
    const { folder, remove } = writeCase({
      'case.yaml':
        'name: small\ntitle: T\nsources:\n  memo: { title: M, publisher: P, publishedOn: 2024-01-01 }\n',
      'venues.yaml': '- { id: v, name: V, illustrative: true }\n',
      'accounts.yaml': "- { id: 'v:1', illustrative: true }\n",
      'claims.yaml': `texts:
  - { id: open, source: memo, published: true, sha256: ${sha} }
  - { id: shut, source: memo, sha256: ${'b'.repeat(64)} }
claims:
${claim('said', 'open', 0, 'modality: STATES')}${claim('shut', 'shut', 9, 'modality: DENIES')}${claim('about', 'open', 20, "modality: DENIES, about: ['v:1']")}`,
    });
    await up.importCase(folder);
    remove();
    expect((await statements()).get('small:said')).toMatchObject({
      status: 'UNCONTESTED',
      contradictions: [],
    });
    const { claims } = await up.data('{ claims(subject: "S") { nodes { id status } } }');
    expect(claims.nodes.map(({ status }: { status: string }) => status)).toEqual(Array(3).fill('CONTESTED'));
  });
});

it('a loss estimate and a claim show their contradictions, and how they stand in the worst of them', async () => {
  const { claims, lossEstimates } = await up.data(`{
    claims(about: "subject:ofac", first: 200) { nodes { id status contradictions { id claims { id } } } }
    lossEstimates(country: "JP") { nodes { id status contradictions { id } claim { status } } } }`);
  const a01 = claims.nodes.find(({ id }: { id: string }) => shortId(id) === 'A01');
  expect(a01.status).toBe('UNSUPPORTED');
  expect(a01.contradictions.map(({ id }: Group) => shortId(id))).toEqual(
    expect.arrayContaining(['X1', 'X2']),
  );
  expect(lossEstimates.nodes.length).toBeGreaterThan(0);
  for (const { status, contradictions, claim } of lossEstimates.nodes) {
    expect([status, claim.status]).toEqual(['UNSUPPORTED', 'UNSUPPORTED']);
    expect(contradictions.map(({ id }: Group) => shortId(id))).toContain('X9');
  }
});

it('every claim is about somebody, and every contradiction is found by each of them', async () => {
  const { contradictions } = await up.data('{ contradictions { id claims { id about } } }');
  expect(contradictions.length).toBeGreaterThanOrEqual(13);
  const ids = new Set<string>();
  for (const { claims } of contradictions as Group[])
    for (const { about } of claims) {
      expect(about.length).toBeGreaterThan(0);
      for (const id of about) ids.add(id);
    }
  for (const id of ids) {
    const found = await up.data('query($id: ID!) { contradictions(about: $id) { id } }', { id });
    const expected = (contradictions as Group[])
      .filter(({ claims }) => claims.some(({ about }) => about.includes(id)))
      .map((group) => group.id);
    expect([id, found.contradictions.map((group: Group) => group.id).sort()]).toEqual([id, expected.sort()]);
  }
  for (const name of ['binance', 'ofac', 'elliptic']) expect(ids).toContain(`subject:${name}`);
});

it('claims about anything are those that say so, for every id that any of them gives', async () => {
  const { claims } = await up.data('{ claims(first: 200) { nodes { id about } } }');
  const nodes = claims.nodes as Group['claims'];
  for (const id of new Set(nodes.flatMap(({ about }) => about))) {
    const expected = nodes.filter(({ about }) => about.includes(id)).map((node) => shortId(node.id));
    expect([id, await claimsBy(`about: ${JSON.stringify(id)}`)]).toEqual([id, expected]);
  }
  for (const id of ['subject:un-panel-of-experts', 'subject:us-treasury', 'subject:elliptic'])
    expect([id, (await claimsBy(`about: "${id}"`)).length > 0]).toEqual([id, true]);
});

it('claims are found by words, subject and source, page by page', async () => {
  expect(await claimsBy('search: "elliptic 2.3 BILLION"')).toEqual(['C12']);
  // However the apostrophe and the letters are set.
  expect(await claimsBy('search: "chinyong’s \uFF2B\uFF49\uFF4D"')).toEqual(
    await claimsBy('search: "Chinyong\'s Kim"'),
  );
  expect(await claimsBy('search: "chinyong’s"')).toContain('B08');
  expect(await claimsBy('search: "no such words"')).toEqual([]);
  expect(await claimsBy('search: "(.*"')).toEqual([]);
  expect(await claimsBy('subject: "binance (cz)"')).toEqual(['B12']);
  const all = await claimsBy('subject: "Binance", source: "dprk-2023:article-a"');
  const paged: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const answer: {
      claims: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    } = await up.data(
      `query($after: String) { claims(subject: "Binance", source: "dprk-2023:article-a", first: 2, after: $after) {
           nodes { id } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    paged.push(...answer.claims.nodes.map(({ id }) => shortId(id)));
    ({ hasNextPage: more, endCursor: after } = answer.claims.pageInfo);
  }
  expect(all.length).toBeGreaterThan(2);
  expect(paged).toEqual(all);
  for (const search of ['', '  ', 'a b c d e f g h i j k']) {
    const { errors } = await up.ask(`{ claims(search: "${search}") { totalCount } }`);
    expect(errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'search' });
  }
});

it('a forecast is one, and is at odds with no observation', async () => {
  expect(await claimsBy('modality: PREDICTS')).toEqual(['C12']);
});
