import { isInitial, type WeighedName } from './alignNames';
import { neighbours } from './joinedIndex';
import type { ListedNames } from './listedNames';
import type { NameToken, NameWords } from './nameTokens';
import { baseWeight, type ExtraCosts, extraCostsOf, loneNameFactor, nameWeight, scoreOf } from './scoreNames';
import type { Vocabulary } from './vocabulary';
import { initialSimilarity, joinedKey, joinedText, joinsBySound } from './wordSimilarity';

/**
 * The words that are similar to a query's words, by the place of the word: found once, for every style and
 * candidate.
 */
export interface AlikeWords {
  readonly query: NameWords;
  /** By place: the listed words that are alike, and how alike. */
  readonly byPlace: readonly ReadonlyMap<number, number>[];
}

export function alikeWords(query: NameWords, vocabulary: Vocabulary): AlikeWords {
  return { query, byPlace: query.tokens.map((token) => vocabulary.alike(token)) };
}

/** The query as it is weighed against names of one style. */
export function weighQuery(
  { tokens, letters, isText = false }: NameWords,
  listed: ListedNames,
  vocabulary: Vocabulary,
): WeighedName {
  return {
    letters,
    tokens,
    isText,
    weights: tokens.map((token) => {
      if (listed.basis) return baseWeight(token, listed.style) * listed.basis.rarityOf(token, listed.style);
      const id = vocabulary.idOf(token);
      return id === undefined
        ? baseWeight(token, listed.style) * listed.unseenRarity
        : (listed.wordWeights[id] ?? 0);
    }),
  };
}

/** Room for the sums of one search over the names of one style; made once, used by every search. */
export interface SearchRoom {
  readonly matched: Float64Array;
  readonly queryMatched: Float64Array;
  readonly listedMatched: Float64Array;
  readonly wordsMatched: Uint8Array;
  /** The last word of the query that found the name, and its contribution. */
  readonly lastWord: Int32Array;
  readonly lastMatched: Float64Array;
  readonly lastListed: Float64Array;
  readonly touched: Int32Array;
}

export function searchRoom(names: number): SearchRoom {
  return {
    matched: new Float64Array(names),
    queryMatched: new Float64Array(names),
    listedMatched: new Float64Array(names),
    wordsMatched: new Uint8Array(names),
    lastWord: new Int32Array(names).fill(-1),
    lastMatched: new Float64Array(names),
    lastListed: new Float64Array(names),
    touched: new Int32Array(names),
  };
}

/**
 * Finds the names whose score can reach the threshold. Sums, for each name, the best that each word of the
 * query can give. The aligner's score never exceeds the bound that follows.
 */
export function findCandidates(
  alike: AlikeWords,
  query: WeighedName,
  listed: ListedNames,
  vocabulary: Vocabulary,
  threshold: number,
  room: SearchRoom,
): number[] {
  const search = new Sums(listed, room);
  const given = { weight: 0, count: 0 };
  query.tokens.forEach((token, place) => {
    const weight = query.weights[place] ?? 0;
    if (listed.style === 'PERSON' && isInitial(token)) {
      given.weight += weight;
      given.count++;
    }
    search.nextWord(weight);
    for (const [word, similarity] of alike.byPlace[place] ?? []) search.addWord(word, similarity);
    if (listed.style === 'PERSON')
      for (const word of vocabulary.initialsOf(token)) search.addWord(word, initialSimilarity);
  });
  addJoined(query, listed, vocabulary, search);
  const sum = (weights: readonly number[]) => weights.reduce((total, weight) => total + weight, 0);
  const queryWeight = sum(query.weights);
  const lightQuery = sum(query.weights.filter((_, place) => query.tokens[place]?.light));
  const found = search.reaching(
    threshold,
    { queryWeight, lightQuery, costs: extraCostsOf(query, listed.style), isText: query.isText ?? false },
    given,
  );
  const spaced = (listed.byLetters.get(query.letters) ?? []).filter((name) => !found.includes(name));
  return [...found, ...spaced];
}

/** The weights of a query's words, and what its words too many cost. */
interface QuerySums {
  readonly queryWeight: number;
  readonly lightQuery: number;
  readonly costs: ExtraCosts;
  readonly isText: boolean;
}

/** What the initials of a query may stand for: they are not looked up, as they stand for too much. */
interface Given {
  weight: number;
  count: number;
}

/** No word weighs more (see rarity), nor three more than three times as much. */
const maxWordWeight = 1.1;
const maxJoinedWeight = 3 * maxWordWeight;
/** From this weight on the bound counts a word as a name; below what the score counts as one. */
const perhapsName = 0.3;

function addJoined(query: WeighedName, listed: ListedNames, vocabulary: Vocabulary, search: Sums): void {
  query.tokens.forEach((token, place) => {
    if (token.text.length < 2) return;
    for (const name of listed.joined.namesJoinedAs(token))
      search.addJoined(name, maxJoinedWeight, query.weights[place] ?? 0, maxJoinedWeight);
  });
  for (const run of neighbours(query.tokens)) {
    const weight = run.reduce((sum, token) => sum + (query.weights[query.tokens.indexOf(token)] ?? 0), 0);
    for (const word of wordsJoinedFrom(run, vocabulary)) {
      const wordWeight = listed.wordWeights[word] ?? 0;
      const { starts, values } = listed.namesWithWord;
      for (let at = starts[word] ?? 0; at < (starts[word + 1] ?? 0); at++)
        search.addJoined(values[at] ?? 0, Math.max(weight, wordWeight), weight, wordWeight);
    }
  }
}

function wordsJoinedFrom(run: readonly NameToken[], vocabulary: Vocabulary): ReadonlySet<number> {
  const spelled = vocabulary.withText(joinedText(run));
  return new Set(joinsBySound(run) ? [...spelled, ...vocabulary.withKey(joinedKey(run))] : spelled);
}

/** Adds up what the words of a query give each name. */
class Sums {
  private count = 0;
  private word = -1;
  private weight = 0;

  constructor(
    private readonly listed: ListedNames,
    private readonly room: SearchRoom,
  ) {}

  nextWord(weight: number): void {
    this.word++;
    this.weight = weight;
  }

  /** Every name that has this word of the vocabulary: the best of its words counts for the query's word. */
  addWord(vocabularyWord: number, similarity: number): void {
    const { room, word, weight } = this;
    const listedWeight = this.listed.wordWeights[vocabularyWord] as number;
    const matched = similarity * Math.max(weight, listedWeight);
    const { starts, values } = this.listed.namesWithWord;
    const end = starts[vocabularyWord + 1] as number;
    const isName = listedWeight >= perhapsName || weight >= perhapsName ? 1 : 0;
    for (let at = starts[vocabularyWord] as number; at < end; at++) {
      const name = values[at] as number;
      const last = room.lastWord[name] as number;
      if (last === word) {
        if (matched > (room.lastMatched[name] as number)) {
          room.matched[name] = (room.matched[name] as number) + matched - (room.lastMatched[name] as number);
          room.lastMatched[name] = matched;
        }
        if (listedWeight > (room.lastListed[name] as number)) {
          if (isName && weight < perhapsName && (room.lastListed[name] as number) < perhapsName)
            room.wordsMatched[name] = (room.wordsMatched[name] as number) + 1;
          room.listedMatched[name] =
            (room.listedMatched[name] as number) + listedWeight - (room.lastListed[name] as number);
          room.lastListed[name] = listedWeight;
        }
        continue;
      }
      if (last === -1) room.touched[this.count++] = name;
      room.lastWord[name] = word;
      room.lastMatched[name] = matched;
      room.lastListed[name] = listedWeight;
      room.matched[name] = (room.matched[name] as number) + matched;
      room.listedMatched[name] = (room.listedMatched[name] as number) + listedWeight;
      room.queryMatched[name] = (room.queryMatched[name] as number) + weight;
      room.wordsMatched[name] = (room.wordsMatched[name] as number) + isName;
    }
  }

  addJoined(name: number, matched: number, queryWeight: number, listedWeight: number): void {
    const { room } = this;
    if (room.lastWord[name] === -1) {
      room.touched[this.count++] = name;
      room.lastWord[name] = -2;
    }
    room.matched[name] = (room.matched[name] as number) + matched;
    room.queryMatched[name] = (room.queryMatched[name] as number) + queryWeight;
    room.listedMatched[name] = (room.listedMatched[name] as number) + listedWeight;
    room.wordsMatched[name] = 2;
  }

  /** The names whose bound reaches the threshold; empties the room. `given` is what initials may stand for. */
  reaching(threshold: number, { queryWeight, lightQuery, costs, isText }: QuerySums, given: Given): number[] {
    const { room, listed } = this;
    const found: number[] = [];
    for (let at = 0; at < this.count; at++) {
      const name = room.touched[at] as number;
      const aloneQuery = isText
        ? 0
        : Math.max(0, queryWeight - given.weight - (room.queryMatched[name] as number));
      const aloneListed = Math.max(
        0,
        (listed.nameWeights[name] as number) -
          given.count * maxWordWeight -
          (room.listedMatched[name] as number),
      );
      const bound = scoreOf(
        (room.matched[name] as number) + given.count * maxWordWeight,
        0,
        aloneQuery,
        aloneListed,
        { query: lightQuery, listed: listed.lightWeights[name] as number },
        costs,
      );
      const lone =
        listed.style === 'PERSON' &&
        (room.wordsMatched[name] as number) + given.count < 2 &&
        Math.max(aloneQuery, aloneListed) >= nameWeight;
      if ((lone ? bound * loneNameFactor : bound) >= threshold - 1e-6) found.push(name);
      room.matched[name] = 0;
      room.queryMatched[name] = 0;
      room.listedMatched[name] = 0;
      room.wordsMatched[name] = 0;
      room.lastWord[name] = -1;
    }
    return found;
  }
}
