import { connectSanctions, type SanctionsRecords } from '../../../subgraphs/sanctions/connectSanctions';
import { importCase } from '../../../subgraphs/sanctions/import/importCase';
import { makeCase } from '../../support/attributionCase';
import { openTestStore, type TestStore } from '../../support/openTestStore';

let store: TestStore;
let records: SanctionsRecords;
let close: () => Promise<void>;

beforeAll(async () => {
  store = await openTestStore();
  const { connection, ...opened } = await connectSanctions(store);
  records = opened.records;
  close = () => connection.close();
});

afterAll(async () => {
  await close();
  await store.close();
});

const actor = (id: string, ...designations: readonly string[]) =>
  `- id: ${id}
  kind: PERSON
  name: A
  sources: [list]
  designations: [${designations.join(', ')}]
`;
const designation = (from: string, to: string | null) =>
  `{ list: un-sc, entry: '7', programmes: [X], from: ${from}, to: ${to}, source: list }`;
const relationship = (until: string) =>
  `- { kind: FAMILY_OF, from: 'un:7', to: 'un:8', confidence: 50, validTo: ${until}, evidence: STATEMENT, sources: [list] }\n`;

it.each([
  [
    'two designations by one entry',
    {
      'actors.yaml': actor('un:7', designation('2018-01-01', null), designation('2010-01-01', '2015-01-01')),
    },
    'actors.yaml:1: 0: a designation by the entry 7 of un-sc is given twice',
  ],
  [
    'designations of two actors by one entry',
    {
      'actors.yaml': `${actor('un:7', designation('2018-01-01', null))}${actor('un:8', designation('2018-01-01', null))}`,
    },
    'actors.yaml:6: 1: a designation by the entry 7 of un-sc is given twice',
  ],
  [
    'an actor',
    { 'actors.yaml': `${actor('un:7')}${actor('un:7')}` },
    'actors.yaml:6: 1: un:7 is given twice',
  ],
  [
    'a relationship',
    {
      'actors.yaml': `${actor('un:7')}${actor('un:8')}`,
      'relationships.yaml': `${relationship('null')}${relationship('2015-01-01')}`,
    },
    'relationships.yaml:2: 1: un:7 FAMILY_OF un:8 is given twice',
  ],
])('a case that gives %s twice is rejected, and nothing is stored', async (_, files, message) => {
  const trial = makeCase();
  for (const [name, text] of Object.entries(files)) trial.writeFile(name, text);
  await expect(importCase(records, trial.folder)).rejects.toThrow(message);
  expect(await records.actors.countDocuments()).toBe(0);
  trial.remove();
});
