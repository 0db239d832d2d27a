// Names and words of other languages. cspell:disable

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''));

/** Articles, patronymic links and prepositions: they come and go between spellings of one name. */
export const particles = words(
  `al el ul as ad ar an at il bin ibn ben bint binti b bt ould wuld uld de da do dos das di du del della des la le les lo y e
   van von der den ter ten zu zum zur vom af av of the and for in und et fur na wa i o on to at by with`,
);

/** Forms of address and rank that stand before people's names. */
export const titles = words(
  `mr mrs ms miss dr prof professor sir lord lady sheikh shaikh shaykh sheik shekh cheikh haji hajji hadji hajj hafiz hafez
   mullah mulla maulawi mawlawi mawlavi maulvi molla moulavi mufti qari qarii imam ustad ustaz ayatollah hojjatoleslam
   general gen colonel col major maj captain capt lieutenant lt brigadier commander admiral marshal sergeant sgt
   president minister king prince princess emir amir monsieur madame m mme herr frau senor sr sra don dona jr junior
   engineer eng comrade sayyid sayyed sayed seyed syed said alhaji alhajji hajjah sultan khan`,
);

/** Titles that are names as well: they weigh more than a title, less than a name. */
export const titleNames = words(
  'hafiz hafez amir emir sayyid sayyed sayed seyed syed said sultan khan imam general king prince don major',
);

/** Words that many organisations share: what they say of which organisation it is, is little. */
export const genericWords = words(
  `group groupe gruppe grupo holding holdings international intl general trading trade industries industry industrial
   enterprise enterprises services service solutions systems system company corporation organization organisation
   foundation association institute center centre bureau office department agency committee council ministry bank
   banco banque trust fund capital investment investments finance financial partners shipping marine maritime lines
   logistics transport transportation export import exports imports commercial development engineering construction
   technology technologies technical energy oil gas petroleum petrochemical chemical steel mining national state
   global world middle east east west north south new first business management media network bank`,
);

/** Countries, their adjectives, and cities that organisations name themselves by or are told apart by. */
export const placeWords = words(
  `iran iranian islamic republic tehran isfahan shiraz tabriz mashhad bandar abbas russia russian federation moscow petersburg
   siberia ural crimea sevastopol donetsk luhansk syria syrian arab damascus aleppo lebanon lebanese beirut iraq iraqi baghdad
   basra korea korean dprk pyongyang china chinese beijing shanghai dalian shenzhen guangzhou hong kong hk taiwan singapore
   malaysia labuan indonesia thailand vietnam myanmar burma india indian pakistan pakistani karachi afghanistan afghan kabul
   turkey turkish istanbul ankara uae dubai sharjah emirates qatar kuwait oman bahrain yemen saudi jordan egypt libya sudan
   cuba cuban havana venezuela venezuelan caracas colombia colombian bogota cali medellin mexico mexican panama nicaragua
   belarus belarusian minsk ukraine kyiv serbia bosnia germany german deutschland france french italy italia spain espana
   switzerland swiss austria cyprus malta greece hellas london uk usa america american europe european asia asian africa
   african zimbabwe kenya liberia congo somalia kazakhstan uzbekistan armenia georgia`,
);

/** Legal forms, by the class that they are compared in. The class `*` says only that it is a company. */
const formClasses: Readonly<Record<string, string>> = {
  limited:
    'ltd limited llc ooo gmbh sarl srl sro spzoo pte pty bv bvba sdnbhd sdn bhd too tov lda ltda eood ood doo kft oy as aps nv-ltd pvt private mchj fze fzco fzc fzllc jllc wll',
  shares:
    'ag sa plc inc incorporated corp corporation jsc ojsc cjsc pjsc oao zao pao ao ad nv ab asa spa se kk tbk pt as a-s oyj kgaa pao bhsc',
  partnership: 'lp llp llllp kg ohg gbr snc scs cv',
  vessel: 'mv mt ss ms m-v fv',
  '*': 'co comp company cie compagnie companies sas sl slu sc scpa ev ano etc est establishment kgaa',
};

export const legalForms: ReadonlyMap<string, string> = new Map(
  Object.entries(formClasses).flatMap(([group, forms]) =>
    [...words(forms)].map((form) => [form, group] as const),
  ),
);

/** Long words that legal forms are made of: a slip in one does not make it a name. */
export const formWords = [
  'limited',
  'liability',
  'company',
  'corporation',
  'aktsionernoe',
  'obshchestvo',
  'obschestvo',
  'publichnoe',
  'otkrytoe',
  'zakrytoe',
  'ogranichennoy',
  'otvetstvennostyu',
  'aktiengesellschaft',
  'gesellschaft',
  'sociedad',
  'anonima',
  'variable',
  'raspundere',
  'limitata',
  'societatea',
  'joint',
  'stock',
  'incorporated',
  'partnership',
  'society',
] as const;

/** Legal forms of several words, and words that are written several ways, as whole phrases of folded words. */
export const phrases: readonly (readonly [RegExp, string])[] = (
  [
    ['limited liability (?:company|partnership)', 'llc'],
    ['(?:(?:open|public|closed|private) )?joint ?stock (?:company|corporation|society|co)', 'jsc'],
    ['(?:open|public|closed) joint ?stock', 'jsc'],
    ['limited company', 'ltd'],
    ['public limited company', 'plc'],
    ['gesellschaft mit beschra?e?nkter haftung', 'gmbh'],
    ['aktien ?gesell?schaft', 'ag'],
    ['societatea cu raspundere limitata', 'srl'],
    ['societe a responsabilite limitee', 'sarl'],
    ['societe anonyme', 'sa'],
    ['sociedad anonima', 'sa'],
    ['sociedad limitada', 'sl'],
    ["obsh?chestvo s ogranichennoy otvetstvennost'?yu", 'llc'],
    ['(?:otkrytoe|publichnoe|zakrytoe)? ?aktsionernoe obsh?chestvo', 'jsc'],
    ['sp z o o', 'spzoo'],
    ['sdn bhd', 'sdnbhd'],
    ['s a de c v', 'sa'],
    ['sa de cv', 'sa'],
    ['s r o', 'sro'],
    ['o o o', 'ooo'],
    ['democratic peoples? republic of (?:korea|dprk)|north korea|d p r k', 'dprk'],
    ['(?:united states of america|united states|u s a|u s|us)', 'usa'],
    ['united kingdom|u k', 'uk'],
    ['u a e|united arab emirates', 'uae'],
    [
      '(?:al|ad|ud|ed|el|eddine?|uddine?|oddine?) ?d[iy]ne?|eddine?|uddine?|oddine?|eldine?|aldine?',
      'al din',
    ],
    ['(?!abd)([a-z]{3,}?)(?:[aeou]{1,2}[dl]?d+[iy]ne?)', '$1 al din'],
    ['(?!abd)([a-z]{3,}?)(?:[aou]|ou)ll?ah', '$1 allah'],
    ['abd (?:allah|ullah|alla|ulla)', 'abdullah'],
    ['abd (?:al|el|ul|ar|as|an) ?', 'abdul '],
    ['abd(?:al|el|ol|ou?l) ', 'abdul '],
    ['int l', 'international'],
  ] as const
).map(([pattern, phrase]) => [new RegExp(`(?<= )(?:${pattern})(?= |(?<= ))`, 'g'), phrase] as const);

/** Words that stand for one another: numbers in words, English spellings, family names of several romanizations. */
const variantGroups = `
  1 i one first 1st
  2 ii two second 2nd
  3 iii three third 3rd
  4 iv four fourth 4th
  5 v five fifth 5th
  6 vi six sixth 6th
  7 vii seven seventh 7th
  8 viii eight eighth 8th
  9 ix nine ninth 9th
  10 x ten tenth 10th
  11 xi eleven eleventh
  12 xii twelve twelfth
  group jamaa jamaat jamaah jamiat
  islamic islami islamiya islamiyah islamiyya
  company sharika sharikat shirkat
  network shabaka shabakat shabakah
  front jabhat jabha jabhah
  organization tanzim tandhim
  state dawla dawlat dowla
  office maktab
  bank masraf
  exchange sarafa sarafi sarrafah
  society association jamiya jamiyat jamiyah
  foundation muassasa muassasat
  movement haraka harakat tehrik tahrik
  brigade katiba katibat liwa
  army jaysh jaish
  party hizb hezb
  allah ullah ollah
  arab arabian
  egyptian egypt masri misri
  tunisian tunisia tunisi
  moroccan morocco maghribi maghreb maghrib
  libyan libya libi
  combatant fighting muqatila
  armed musallah musallaha
  peninsula jazirat jazeera jazira
  emigrants muhajirin muhajireen
  unity tawhid
  union ittihad itihad itihaad
  levant sham
  iran iranian
  russia russian
  syria syrian
  korea korean dprk
  china chinese
  cuba cuban
  lebanon lebanese
  venezuela venezuelan
  belarus belarusian
  germany german
  turkey turkish
  labour labor
  centre center
  organisation organization
  defence defense
  international intl
  department dept
  university univ
  brothers bros
  saint st
  lee ri li yi rhee
  park pak bak
  choe choi ch'oe
  kim gim
  jong chong jung jeong
  jo cho
  jang chang
  rim im lim
  ryu yu yoo
  paek baek
  u woo
  un eun
  bin ibn ben
  yusuf joseph yousef youssef
  muhammad mohammed mohamed mohammad muhammed mehmet mohd md muhamad mohamad mohammod
  ahmad ahmed ahmet
  husayn hussein hussain husein hossein husain hossain
  ali aly
  usama osama
  abdullah abdallah abdulla abdalla
  abdul abd abdel abdal abdol
  uthman usman osman othman
  umar omar omer
  gaddafi qadhafi qaddafi kadhafi qadhafi
  sayyid sayed seyed syed sayyed
  sheikh shaikh shaykh sheik cheikh
  mullah mulla molla
  maulawi mawlawi mawlavi maulvi moulavi
  haji hajji hadji
  alexander aleksandr alexandre aleksandar alexandros oleksandr
  vladimir volodymyr wladimir
  sergey sergei serhiy sergii
  dmitry dmitri dmitriy dmytro
  john juan jean johann giovanni joao
  michael mikhail michel miguel
  peter pyotr petr pedro pierre
  paul pavel pablo
  george georgiy georgy jorge georges
  nicholas nikolay nikolai nikolaos nicolas
  elizabeth yelizaveta elisabeth
  `;

/** Nicknames, one way: the short form and the names that it may stand for. */
const nicknameGroups = `
  bibi benjamin
  ben benjamin
  barry barack
  bill william will
  bob robert rob
  dick richard rick
  jim james jimmy
  jack john johnny
  mike michael
  tony anthony
  joe joseph
  tom thomas
  dave david
  dan daniel
  sasha alexander aleksandr
  volodya vladimir
  misha mikhail
  kolya nikolay
  kate katherine
  liz elizabeth
  chuck charles
  ted edward theodore
  pepe jose
  paco francisco
  pancho francisco
  nacho ignacio
  memo guillermo
  chuy jesus
  beto alberto roberto
  chapo joaquin
  `;

function groupsOf(text: string): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  text
    .trim()
    .split('\n')
    .forEach((line, group) => {
      for (const word of words(line)) groups.set(word, [...(groups.get(word) ?? []), group]);
    });
  return groups;
}

/** Word to the groups of words that it stands in. */
export const variants = groupsOf(variantGroups);
export const nicknames = groupsOf(nicknameGroups);
