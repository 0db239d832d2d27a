import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimStore } from '../../../../subgraphs/enforcement/claim/claim.store';
import { quotationStore } from '../../../../subgraphs/enforcement/claim/quotation.store';
import { contradictionStore } from '../../../../subgraphs/enforcement/contradiction/contradiction.store';
import { importClaims } from '../../../../subgraphs/enforcement/import/claims/importClaims';
import {
  claimIn,
  claimsFolder,
  type ClaimsFolder,
  memo,
  placeOf,
  theText,
} from '../../../support/claimsFile';
import { type EnforcementUp, enforcementUp, writeCase } from '../../../support/enforcementUp';
import { callerOf } from '../../../support/identities';

let up: EnforcementUp;
let folder: ClaimsFolder;

beforeAll(async () => {
  up = await enforcementUp();
  folder = claimsFolder({ 'memo.txt': theText, 'bytes.txt': Buffer.from([0xff, 0xfe, 0x41]) });
});
beforeEach(async () => {
  const { claims, quotations, contradictions, loadedCases } = up.records;
  await Promise.all([
    claims.deleteMany({}),
    quotations.deleteMany({}),
    contradictions.deleteMany({}),
    loadedCases.deleteMany({}),
  ]);
});
afterAll(async () => {
  await up.close();
  folder.remove();
});

const storesOf = ({ records }: EnforcementUp) => ({
  claims: claimStore(records.claims),
  quotations: quotationStore(records.quotations),
  contradictions: contradictionStore(records.contradictions),
});

const bring = (content: unknown) =>
  importClaims(storesOf(up), { file: folder.write(content), sources: folder.sources });

const five = claimIn('five', 'Acme lost 5 coins in 2022.', { value: '5', time: '2022' });
const nine = claimIn('nine', 'Acme lost 9 coins in 2022.', {
  value: '9',
  time: '2022',
  modality: 'suspects',
});
const denial = claimIn('bolt', 'Bolt denies it.', {
  subject: 'Bolt',
  predicate: 'denies',
  object: 'the loss',
  note: 'of Bolt',
  about: ['test:bolt'],
});
const claims = [five, denial, nine];
const group = {
  id: 'G',
  topic: 'how many',
  claims: ['nine', 'five'],
  primary: 'Nine.',
  supports: ['nine'],
  expect: 'So nine.',
  others: 'Ten.',
};
const file = { sources: { M: memo }, claims, contradictions: [group] };

const everything = `{
  claims { nodes { statement quote offset length modality subject predicate object value unit note primarySource
    time { text from to } about source { id title publisher publishedOn url } } }
  contradictions { topic why primary others explanation claims { quote } supported { quote } findings { rule explanation claims { quote } } }
}`;

describe('a file of claims', () => {
  it('is stored with its words, its groups and all that it says', async () => {
    expect(await bring(file)).toEqual({
      read: 3,
      verified: 3,
      stored: 3,
      duplicates: 0,
      quarantined: 0,
      groups: 1,
      quarantine: [],
      groupsLeftOut: [],
    });
    const { claims: page, contradictions } = await up.data(everything);
    const byQuote = new Map(page.nodes.map((node: { quote: string }) => [node.quote, node]));
    expect(byQuote.get(five.quote)).toEqual({
      statement: 'Acme lost coins (5, 2022)',
      quote: five.quote,
      offset: 0,
      length: 26,
      modality: 'STATES',
      subject: 'Acme',
      predicate: 'lost',
      object: 'coins',
      value: '5',
      unit: null,
      note: null,
      primarySource: false,
      time: { text: '2022', from: '2022-01-01', to: '2022-12-31' },
      about: ['subject:acme'],
      source: {
        id: `text:${createHash('sha256').update(theText).digest('hex')}`,
        title: 'A memo',
        publisher: null,
        publishedOn: '2023-05-25',
        url: null,
      },
    });
    // Behind a character of two UTF-16 code units and four bytes.
    expect(byQuote.get(denial.quote)).toMatchObject({
      offset: 29,
      modality: 'DENIES',
      note: 'of Bolt',
      about: ['test:bolt'],
    });
    expect(contradictions).toEqual([
      {
        topic: 'how many',
        why: 'EDITOR',
        primary: 'Nine.',
        others: 'Ten.',
        explanation: 'So nine.',
        claims: [{ quote: nine.quote }, { quote: five.quote }],
        supported: [{ quote: nine.quote }],
        // The rule's finding among the same claims is no second group.
        findings: [
          {
            rule: 'VALUES',
            explanation: expect.stringContaining('do not meet'),
            claims: expect.arrayContaining([{ quote: five.quote }, { quote: nine.quote }]),
          },
        ],
      },
    ]);
  });

  it('is stored once, also where two bring it in at once, or it was cut off', async () => {
    const [a, b] = await Promise.all([bring(file), bring(file)]);
    expect(a.verified + b.verified).toBe(6);
    const before = await up.data(everything);
    expect(before.claims.nodes).toHaveLength(3);
    expect(before.contradictions).toHaveLength(1);
    expect(await bring(file)).toMatchObject({ stored: 0, duplicates: 3, groups: 1 });
    // Cut off after the words, and after the claims.
    await up.records.claims.deleteMany({});
    await up.records.contradictions.deleteMany({});
    expect(await bring(file)).toMatchObject({ stored: 3 });
    await up.records.contradictions.deleteMany({});
    expect(await bring(file)).toMatchObject({ stored: 0, groups: 1 });
    expect(await up.data(everything)).toEqual(before);
  });

  it('has two claims on the same words where they say two things, and one where they say the same', async () => {
    const gain = { ...five, id: 'gain', subject: 'Bolt', predicate: 'gained' };
    const again = { ...five, id: 'again' };
    expect(await bring({ ...file, claims: [five, gain, again], contradictions: [] })).toMatchObject({
      verified: 3,
      stored: 2,
      duplicates: 1,
    });
    expect((await up.data('{ claims { totalCount } }')).claims.totalCount).toBe(2);
  });
});

describe('a claim that is not believed', () => {
  const quarantined = async (claim: unknown, sources: unknown = { M: memo }) => {
    const report = await bring({ sources, claims: [claim, nine] });
    expect(report).toMatchObject({ read: 2, verified: 1, stored: 1, quarantined: 1 });
    expect((await up.data('{ claims { totalCount } }')).claims.totalCount).toBe(1);
    return report.quarantine[0]!;
  };

  it('has a letter changed: what was expected, what stands there, and nothing of it is stored', async () => {
    expect(await quarantined({ ...denial, quote: 'Bolt denied it.' })).toEqual({
      id: 'bolt',
      reason: expect.stringContaining('not what stands at its place in memo.txt'),
      place: { file: 'memo.txt', offset: 29, length: 15 },
      expected: 'Bolt denied it.',
      found: expect.stringContaining('Bolt denies it.'),
      standsAt: null,
    });
  });

  it('stands elsewhere: it is said where', async () => {
    expect(await quarantined({ ...denial, offset: 30 })).toMatchObject({ standsAt: 29 });
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['a place beyond the end', { offset: 70 }, /beyond the end of memo\.txt \(71 characters\)/],
    ['an offset that is none', { offset: -1 }, /offset/],
    ['a source that is not in the file', { source: 'Z' }, /source "Z" is not in the file/],
    ['a source by the name of what every object has', { source: 'constructor' }, /is not in the file/],
    [
      'a modality that there is not',
      { modality: 'guesses' },
      /a modality is one of STATES, SUSPECTS, DENIES/,
    ],
    ['an id that was there', { id: 'nine' }, /./],
    ['a field that there is not', { quoted: 'x' }, /quoted/],
    ['no words', { quote: '' }, /quote/],
    ['a share without its percentage', { valueLink: { kind: 'SHARE_OF', claims: ['nine'] } }, /percentage/],
  ])('has %s', async (_, over, reason) => {
    const report = await bring({ sources: { M: memo }, claims: [nine, { ...five, ...over }] });
    const [only] = report.quarantine;
    expect(report).toMatchObject({ read: 2, verified: 1, quarantined: 1 });
    expect(only?.reason).toMatch(reason);
  });

  it('is in a text that is missing, or no text', async () => {
    const elsewhere = { ...five, source: 'X' };
    const sources = (name: string) => ({ M: memo, X: { ...memo, file: name } });
    const absent = await quarantined(elsewhere, sources('absent.txt'));
    expect(absent.reason).toBe('absent.txt is not in the folder of sources');
    const { quarantine } = await bring({ sources: sources('bytes.txt'), claims: [elsewhere] });
    expect(quarantine[0]?.reason).toBe('bytes.txt is not UTF-8');
  });

  it('keeps out the groups that name it, and no others', async () => {
    const report = await bring({
      ...file,
      claims: [{ ...five, quote: 'Acme lost 6 coins in 2022.' }, denial, nine],
      contradictions: [
        group,
        { id: 'H', topic: 'who', claims: ['nine', 'bolt'] },
        { id: 'I', topic: 't', claims: ['nine'] },
      ],
    });
    expect(report.groupsLeftOut).toEqual([
      { id: 'G', reason: 'not verified claims of the file: five' },
      { id: 'contradictions[2]', reason: expect.stringContaining('it takes two claims') },
    ]);
    expect((await up.data('{ contradictions { topic } }')).contradictions).toEqual([{ topic: 'who' }]);
  });
});

describe('a file that cannot be read', () => {
  it.each<[string, unknown, RegExp]>([
    ['is not JSON', '{"sources": ', /is not JSON/],
    ['is a list', [], /is no file of claims: .*expected object/],
    ['has no claims', { sources: {} }, /claims: /],
    [
      'leads out of the folder of sources',
      { ...file, sources: { M: { ...memo, file: '../memo.txt' } } },
      /sources\.M\.file: .*without a path/,
    ],
    [
      'has a day that there is not',
      { ...file, sources: { M: { ...memo, date: '2023-02-30' } } },
      /sources\.M\.date/,
    ],
  ])('because it %s', async (_, content, message) => {
    await expect(bring(content)).rejects.toThrow(message);
    expect(await up.records.quotations.countDocuments()).toBe(0);
  });

  it('because there is no such folder of sources', async () => {
    const input = { file: folder.write(file), sources: `${folder.sources}-not` };
    await expect(importClaims(storesOf(up), input)).rejects.toThrow('is not a folder');
  });
});

describe('a case that has the claims', () => {
  const sha256 = createHash('sha256').update(theText).digest('hex');
  const line = (id: string, quote: string, more: string) =>
    `  - { id: ${id}, text: M, offset: ${placeOf(quote)}, length: ${quote.length}, statement: In our words, modality: STATES, ${more} }\n`;
  const caseOf = (extra = '') =>
    writeCase({
      'claims.yaml': `texts:\n  - { id: M, source: memo, published: true, sha256: ${sha256} }\nclaims:\n${line('c5', five.quote, 'subject: Acme Ltd, predicate: lost, object: coins, value: "5"')}${line('c9', nine.quote, 'subject: Acme, predicate: lost, object: coins, value: "9"')}${extra}`,
      'contradictions.yaml': '- { id: x, topic: How many, claims: [c5, c9] }\n',
    });
  const load = async (made = caseOf()) => {
    await up.importCase(made.folder);
    made.remove();
  };
  const seen = async () => {
    const { claims: page, contradictions } = await up.data(
      '{ claims { nodes { id quote } } contradictions { id primary why claims { id } } }',
    );
    return { claims: page.nodes, contradictions };
  };
  const whole = {
    claims: [
      { id: expect.stringMatching(/^imported:/), quote: denial.quote },
      { id: 'small:c5', quote: five.quote },
      { id: 'small:c9', quote: nine.quote },
    ],
    contradictions: [
      // The file's group is the case's: the same claims on the same topic. What the case leaves open the file fills.
      {
        id: expect.any(String),
        primary: 'Nine.',
        why: 'EDITOR',
        claims: expect.arrayContaining([{ id: 'small:c5' }, { id: 'small:c9' }]),
      },
    ],
  };

  const order = (of: readonly { quote: string }[], quote: string) =>
    of.findIndex((one) => one.quote === quote);

  it('gets their words, and each stays one claim', async () => {
    await load();
    expect(await bring(file)).toMatchObject({ verified: 3, stored: 3, groups: 1 });
    expect(await seen()).toEqual(whole);
    expect(await bring(file)).toMatchObject({ stored: 0, duplicates: 3 });
    // Another edition of the case keeps the words.
    await load(caseOf(line('c0', 'Bolt', 'subject: Bolt, predicate: is')));
    const { claims: after } = await seen();
    expect(after).toEqual([whole.claims[0], { id: 'small:c0', quote: null }, ...whole.claims.slice(1)]);
  });

  it('covers a claim of the file only as long as it says the same', async () => {
    await bring(file);
    await load();
    const made = caseOf();
    const claimsFile = join(made.folder, 'claims.yaml');
    const text = readFileSync(claimsFile, 'utf8');
    writeFileSync(
      claimsFile,
      text.replace('subject: Acme, predicate: lost', 'subject: Zed, predicate: owes'),
    );
    await load(made);
    const { claims: after } = await seen();
    expect(after).toEqual([
      ...[denial, nine]
        .map(({ quote }) => ({ id: expect.stringMatching(/^imported:/), quote }))
        .sort((a, b) => order(after, a.quote) - order(after, b.quote)),
      ...whole.claims.slice(1),
    ]);
    await load();
    expect(await seen()).toEqual(whole);
  });

  it('that is loaded after the file has them all the same: one claim each, with its words, in its groups', async () => {
    await bring(file);
    await load();
    expect(await seen()).toEqual(whole);
    expect(await bring(file)).toMatchObject({ stored: 0, duplicates: 3, groups: 1 });
    expect(await seen()).toEqual(whole);
  });
});

describe('only the findings of the rules', () => {
  it('is a group of its own, with what a primary source among its claims says', async () => {
    const report = await bring({
      sources: { M: memo, P: { ...memo, title: 'The register', primary: true, file: 'memo.txt' } },
      claims: [five, { ...nine, source: 'P' }, denial],
    });
    expect(report.groups).toBe(1);
    const { contradictions } = await up.data(everything);
    expect(contradictions).toEqual([
      expect.objectContaining({
        topic: 'Acme: lost',
        why: 'RULE',
        primary: 'The register: Acme lost coins (9, 2022)',
        supported: [{ quote: nine.quote }],
      }),
    ]);
    expect((await up.data('{ contradictions(about: "test:bolt") { id } }')).contradictions).toEqual([]);
  });

  it('is found by what one of its claims is about, and only among the claims that the caller may see', async () => {
    const published = { ...memo, published: true };
    await bring({
      sources: { M: published, S: { ...memo, file: 'memo.txt' } },
      claims: [
        { ...five, about: ['test:acme'] },
        { ...nine, source: 'S' },
      ],
    });
    const query = '{ contradictions(about: "test:acme") { why claims { quote } } }';
    expect((await up.data(query)).contradictions).toHaveLength(1);
    expect((await up.data(query, {}, callerOf('spokesperson'))).contradictions).toEqual([]);
  });

  it('checks arithmetic between claims of a file', async () => {
    const share = {
      ...nine,
      subject: 'Bolt',
      value: '9',
      valueLink: { kind: 'SHARE_OF', claims: ['five'], percent: '60' },
    };
    await bring({ ...file, claims: [five, share, denial], contradictions: [] });
    const { contradictions } = await up.data(everything);
    expect(contradictions).toEqual([
      expect.objectContaining({
        why: 'RULE',
        findings: [expect.objectContaining({ rule: 'ARITHMETIC', explanation: '9 is not 60% of 5' })],
      }),
    ]);
    const { claims: page } = await up.data(
      '{ claims { nodes { valueLink { kind percent claims { quote } } } } }',
    );
    const links = page.nodes.map(({ valueLink }: { valueLink: unknown }) => valueLink);
    expect(links).toContainEqual({ kind: 'SHARE_OF', percent: '60', claims: [{ quote: five.quote }] });
  });
});
