import { createHash } from 'node:crypto';
import {
  screenCustomer,
  scoringRules,
} from '../../../../subgraphs/sanctions/customerScreening/screenCustomer';
import { screeningIndex } from '../../../../subgraphs/sanctions/screening/engine/screeningIndex';
import { listEntry } from '../../../support/listEntries';

/** Scores by edition of the rules. A change of a score needs a new edition, so that all customers are screened anew. */
const digests: Readonly<Record<number, string>> = {
  1: '720d30059bcd722d',
};

const entries = [
  listEntry('1', 'VELIKOV, Ivan Petrovich', {
    aka: ['Иван Великов'],
    births: [{ text: '04 Mar 1961', from: '1961-03-04', to: '1961-03-04', circa: false }],
    nationalities: ['Bulgaria'],
  }),
  listEntry('2', 'GREY HERON SHIPPING COMPANY LIMITED', { kind: 'ORGANISATION', aka: ['GHS'] }),
  listEntry('3', 'KIM, Song Min', { aka: ['김송민'], weak: ['Little Kim'] }),
  listEntry('4', 'NORTHERN STAR', {
    kind: 'VESSEL',
    identifiers: [{ kind: 'IMO', value: 'IMO 9187629', country: null, text: 'IMO 9187629' }],
  }),
  listEntry('5', 'عبد الله محمود', { aka: ['Abdullah Mahmoud'] }),
];

const customers = [
  { name: 'Ivan Velikov', birthDate: '1961' },
  { name: 'Petrovich Ivan Velikow', birthDate: '1975', nationality: 'RU' },
  { name: 'I. P. Velikov' },
  { name: 'Grey Heron Shipping' },
  { name: 'Grey Heron Shiping Co. Ltd (GHS)' },
  { name: 'Kim Song-min', kind: 'PERSON' as const },
  { name: '金松民' },
  { name: 'IvanVelikov' },
  { name: 'Anything', identifiers: ['9187629'] },
  { name: 'Abdallah Mahmud' },
];

it('scores as this edition of the rules does', () => {
  const index = screeningIndex(entries, []);
  const scores = customers.flatMap((customer) =>
    screenCustomer(index, {
      kind: 'UNKNOWN',
      aliases: [],
      birthDate: null,
      nationality: null,
      identifiers: [],
      ...customer,
    }).found.map(({ entry, evidence }) => `${customer.name} ${entry} ${evidence.score}`),
  );
  expect(scores.length).toBeGreaterThan(8);
  const digest = createHash('sha256').update(scores.sort().join('\n')).digest('hex').slice(0, 16);
  expect(digest).toBe(digests[scoringRules]);
});
