import {
  defaultThreshold,
  screeningIndex,
} from '../../../../subgraphs/sanctions/screening/engine/screeningIndex';
import { readSubject, type SubjectFacts } from '../../../../subgraphs/sanctions/screening/engine/subject';
import { listEntry } from '../../../support/listEntries';

const alias = (name: string, strength: 'STRONG' | 'WEAK' = 'STRONG') => ({
  name,
  strength,
  kind: 'AKA' as const,
  script: 'Latn',
});
const number = (kind: string, value: string) => ({ kind, value, country: null, text: `${kind} ${value}` });
const day = (text: string) => ({ text, from: text, to: text, circa: false });

const entries = [
  listEntry('person', 'VELIKOV, Ivan Xaverovich', {
    aliases: [alias('OLD FOX', 'WEAK')],
    births: [day('1961-03-04')],
    nationalities: ['Bulgaria'],
    identifiers: [number('Passport', 'BG 4471-9023')],
  }),
  listEntry('arab', "AL-DHAHIRI, Zafir Nuruddin Ata'ullah"),
  listEntry('chinese', 'ZHANG, Jicheng'),
  listEntry('lebanese', "NASRALLAH, Hasan 'Abd-al-Karim"),
  listEntry('persian', 'KHAMENEI, Ali Husseini'),
  listEntry('korean', 'KIM, Tae Su'),
  listEntry('network', 'MERIDIAN ROPE NETWORK', { kind: 'ORGANISATION', aliases: [alias('MRN')] }),
  listEntry('bracketed', 'NORTHERN CABLE CO. (NOCABCO) LIMITED', { kind: 'ORGANISATION' }),
  listEntry('trader', 'KORYO PINE TREE TRADING COMPANY LIMITED', {
    kind: 'ORGANISATION',
    identifiers: [number('Tax ID No.', '7704412345'), number('Organization Established Date', '12 Mar 1999')],
  }),
  listEntry('front', 'JABHAT AL-SALAM', { kind: 'ORGANISATION' }),
  listEntry('stork', 'STORK LTD', { kind: 'ORGANISATION' }),
  listEntry('bank', 'SINA BANK', { kind: 'ORGANISATION' }),
  listEntry('state', 'KOREAN HEAVY PUMPS CORPORATION', { kind: 'ORGANISATION' }),
  listEntry('vessel', 'GREY HERON II', {
    kind: 'VESSEL',
    identifiers: [
      number('Vessel Registration Identification', 'IMO 9187629'),
      number('Vessel Flag', 'Panama'),
    ],
  }),
  listEntry('initials', 'MORDANOV, Mikhail Viktorovich'),
  listEntry('form', 'NIKOLOV, Sergey Andreevich'),
  listEntry('many', 'RAZAAQ, Omar Abdul Basit'),
  listEntry('front of', 'FRONT FOR THE FREEDOM OF THE COAST - KHALI FACTION', { kind: 'ORGANISATION' }),
  listEntry('ministry', 'MINISTRY OF PETROLEUM', { kind: 'ORGANISATION' }),
  listEntry('two', 'TARIQ, Mahmud Yusuf'),
  listEntry('tanker', 'HALCYONE', { kind: 'VESSEL' }),
];
const index = screeningIndex(entries, []);

function found(facts: SubjectFacts): string[] {
  const { subject } = readSubject(facts);
  if (!subject) throw new Error('no subject');
  return index
    .screen(subject, { threshold: defaultThreshold, weakAliases: false })
    .map(({ entry }) => entry.entry);
}

describe('screening finds a party', () => {
  it.each([
    ['I. Velikov', 'person'],
    ['Velikov I.X.', 'person'],
    ['Al-Dhahiri Z.N.A.', 'arab'],
    ['Nikolov S.A.', 'form'],
    ['Razaaq, O', 'many'],
    ['IvanXaverovich Velikov', 'person'],
    ['ВЕЛИКОВ И.', 'person'],
    ['Velikov, Ivan X.', 'person'],
    ['IvanVelikov', 'person'],
    ['velikovivan', 'person'],
    ['ظافر نور الدين عطاءالله الظاهري', 'arab'],
    ['Zafir Noureddine Attaullah Dhahiri', 'arab'],
    ['김태수', 'korean'],
    ["Chang Chi-ch'eng", 'chinese'],
    ['CHANG, Chi-cheng', 'chinese'],
    ['חסן נסראללה', 'lebanese'],
    ["עלי ח'אמנאי", 'persian'],
    ['MERIDIAN ROPE NETWORK (MRN)', 'network'],
    ['MERIDIAN ROPE NETWORK (XQZ)', 'network'],
    ['Meridian Rope Network a.k.a. The Rope', 'network'],
    ['Nobody Ltd; MRN', 'network'],
    ['NORTHERN CABLE CO LIMITED', 'bracketed'],
    ['KORYO PINE TREE', 'trader'],
    ['KORYO PINE TRADING COMPANY', 'trader'],
    ['KORYO PINE TREE TRADING COMPANY LIMITED, PYONGYANG', 'trader'],
    ['KORYO PINE TREE TRADING LIMITJD', 'trader'],
    ['KORYO PINE TREE TRADING OPEN JOINT STOCK Co.', 'trader'],
    ['KORYO PINE TREE TRADING (주)', 'trader'],
    ['KORYO PINE TREE TRADING COMP', 'trader'],
    ['جبهة السلام', 'front'],
    ['STORK', 'stork'],
    ['Stork Company', 'stork'],
    ['KORYO PINE TREE TRADING JOINT STCK COMPANY', 'trader'],
    ['DPRK HEAVY PUMPS CORP', 'state'],
    ['M/V GREY HERON II', 'vessel'],
    ['M.T. Grey Heron 2', 'vessel'],
    ['GREY HERON II, Panama', 'vessel'],
    ['Some Other Name (IMO 9187629)', 'vessel'],
    ['HALCYONE, Liberia', 'tanker'],
    ['HALCYONE IMO 9187629', 'tanker'],
    ['M.V. Grey Heron II', 'vessel'],
    ['Velikov Ivan Xaverovich 威利科夫', 'person'],
    ['Mr Ivan Xaverovich VELIKOV 威利科夫 Sofia', 'person'],
    ['Mordanov M.V.', 'initials'],
    ['M.Y. Tariq', 'two'],
    ['Tariq M. Y.', 'two'],
    ['Nobody Else；Ivan Velikov', 'person'],
    ['Nobody Else/Ivan Velikov', 'person'],
  ])('written as %s', (name, entry) => {
    expect(found({ name })).toContain(entry);
  });

  it.each([
    [{ name: 'Anna Schmidt', identifiers: ['bg44719023'] }, 'person'],
    [{ name: 'Anna Schmidt', identifiers: ['BG 4471 9023'], birthDate: '1990-01-01' }, 'person'],
    [{ name: 'Blue Harbour', identifiers: ['7704412345'] }, 'trader'],
    [{ name: 'Blue Harbour', identifiers: ['9187629'] }, 'vessel'],
    [{ name: 'Old Fox', birthDate: '1961-03-04' }, 'person'],
    [{ name: 'Old Fox', nationality: 'BG' }, 'person'],
  ] satisfies readonly (readonly [SubjectFacts, string])[])('of the facts %j', (facts, entry) => {
    expect(found(facts)).toEqual([entry]);
  });

  it.each([
    ['/ORG/KORYO PINE TREE TRADING CO LTD/ACC 4081781000', ['trader']],
    ['PAYMENT TO IVAN VELIKOV REF 77', ['person']],
    ['MV GREY HERON II BUNKERS', ['vessel']],
    ['PINE TREE DELIVERY, KOREAN FOOD, TRADING FEE', []],
    ['HEAVY LOAD OF PUMPS', []],
    ['SALARY MARCH JOHN PETERSON', []],
    ['VELIKOV STREET 5 PAID BY IVAN VELIKOV', ['person']],
    ['VELIKOV STREET 5 PAID BY IVAN VELIKOV TO VELIKOV SHOP', ['person']],
    ['XAVEROVICH HOUSE 12 GIFT FROM IVAN VELIKOV', ['person']],
    ['SINA INVOICE FOR SINA BANK', ['bank']],
    ['FRONT FOR THE FREEDOM OF THE COAST - KHALI FACTION A/C NO 77050', ['front of']],
    ['PAYMENT TO MINISTRY OF PETROLEUM INV 17', ['ministry']],
    ['PETROLEUM FEE TO MINISTRY', []],
  ])('in the line %s', (name, entry) => {
    expect(found({ name, isFreeText: true })).toEqual(entry);
  });
});

describe('screening does not take for one another', () => {
  it.each([
    { name: 'Bank of China' },
    { name: 'Old Fox' },
    { name: 'Old Fox', birthDate: '1990-01-01' },
    { name: 'Old Fox', nationality: 'FR' },
    { name: '김태호' },
    { name: '강태수' },
    { name: 'GREY HERON 77' },
    { name: 'Ivan Petrov' },
    { name: 'I. Petrov' },
    { name: 'Razaaq, K' },
    { name: 'Chang Wen-hua' },
    { name: 'Chang Chi-min' },
    { name: 'Blue Harbour', identifiers: ['12 Mar 1999', '1234567'] },
    { name: 'Blue Harbour', identifiers: ['Panama'] },
    { name: 'جبهة التحرير' },
    { name: 'Trading Company Limited' },
    { name: 'Stick Ltd' },
  ])('%j', (facts) => {
    expect(found(facts)).toEqual([]);
  });
});

it('names of a field that are not compared are a problem, never none', () => {
  const field = Array.from({ length: 40 }, (_, n) => `Nobody ${'abcdefgh'.charAt(n % 8)}${n}`).join('; ');
  expect(readSubject({ name: `${field.slice(0, 480)}; Ivan Velikov` }).problem).toContain('more names');
});

it('reads a run of spaces as one', () => {
  const { subject } = readSubject({ name: `Ivan${' '.repeat(480)}Velikov` });
  expect(subject?.forms.map(({ words }) => words.name)).toEqual(['Ivan Velikov']);
});
