import { runAtOnce, type Steps } from '../../../../shared/batch/steps';
import type { ListEntry } from '../../list/listEntry';
import type { WeighedName } from './alignNames';
import { type Modifier, maxRaise, weighEvidence } from './evidence';
import {
  type AlikeWords,
  alikeWords,
  findCandidates,
  searchRoom,
  type SearchRoom,
  weighQuery,
} from './findCandidates';
import { type ListedName, type ListedNames, packingNames } from './listedNames';
import { entriesByIdentifier } from './identifiers';
import { type NameStyle, type NameToken, nameWords } from './nameTokens';
import { segments } from './segments';
import { type NameScore, scoreNames } from './scoreNames';
import type { Subject, SubjectForm } from './subject';
import type { Vocabulary } from './vocabulary';
import { countWords } from './countWords';
import type { WordBasis, WordCounts } from './wordBasis';

/** The version of a list on which an answer rests. */
export interface AnsweringVersion {
  readonly list: string;
  readonly version: string;
}

/** A listed name that comes near, with the comparison's findings. */
export interface NameHit {
  readonly listed: ListedName;
  readonly style: NameStyle;
  readonly query: WeighedName;
  readonly words: WeighedName;
  readonly name: NameScore;
  /** Found by an identifier, whatever the name. */
  readonly byNumber?: true;
}

/** An entry that a subject may be. */
export interface EntryMatch {
  readonly entry: ListEntry;
  /** 0 to 1: the name's score and the evidence's points. */
  readonly score: number;
  readonly best: NameHit;
  readonly modifiers: readonly Modifier[];
  /** Weak aliases that come near as well: they confirm. */
  readonly confirmedBy: readonly string[];
}

export interface ScreeningOptions {
  /** 0 to 1; matches below are not given. */
  readonly threshold: number;
  /** True where a weak alias alerts by itself. */
  readonly weakAliases: boolean;
}

/** The default threshold: it separates the labelled name pairs of nomenklatura's benchmark best. */
export const defaultThreshold = 0.8;

/** The names of the lists in force, in memory. Never changed: a new version is a new index. */
export interface ScreeningIndex {
  readonly versions: readonly AnsweringVersion[];
  readonly names: number;
  /** Best first. Equal scores are ordered by the evidence beside the name. */
  screen(subject: Subject, options: ScreeningOptions): EntryMatch[];
  /** As `screen`, with every entry of an actor that is on several lists, in no order. */
  screenEntries(subject: Subject, options: ScreeningOptions): EntryMatch[];
  /** Counts the words of its names. */
  wordCounts(): WordCounts;
}

export const screeningIndex = (
  entries: readonly ListEntry[],
  versions: readonly AnsweringVersion[],
): ScreeningIndex => runAtOnce(buildingScreeningIndex(entries, versions));

/**
 * Builds the index in steps: about a second of work for 36,000 names. With a basis, the score of a subject and an entry is the
 * same whatever other entries are in the index.
 */
export function* buildingScreeningIndex(
  entries: readonly ListEntry[],
  versions: readonly AnsweringVersion[],
  basis?: WordBasis,
): Steps<ScreeningIndex> {
  const packed = yield* packingNames(entries, basis);
  const { vocabulary, byStyle } = packed;
  const lexicon = basis ?? { hasText: (text: string) => vocabulary.withText(text).length > 0 };
  const parts = byStyle.map((listed) => ({ listed, room: searchRoom(listed.names.length) }));
  const byIdentifier = entriesByIdentifier(entries);
  yield;
  const screenEntries = (subject: Subject, options: ScreeningOptions) => {
    const raise = subject.birth || subject.nationality || subject.identifiers.length > 0 ? maxRaise : 0;
    const hits = formsOf(subject, lexicon).flatMap(({ words, isAside }) => {
      const alike = alikeWords(words, vocabulary);
      return parts
        .filter(({ listed: { style } }) => !isAside || style === 'ORGANISATION')
        .flatMap((part) => nameHits(alike, part, vocabulary, options.threshold - raise));
    });
    const numbered = subject.identifiers.flatMap((value) => byIdentifier.get(value) ?? []);
    const byNumber = [...new Set(numbered)]
      .map((at) => numberHit(subject, at, parts, vocabulary))
      .filter((hit) => hit !== undefined);
    return entryMatches(subject, [...hits, ...byNumber], entries, options);
  };
  return {
    versions,
    names: byStyle.reduce((sum, { names }) => sum + names.length, 0),
    screen: (subject, options) => bestByActor(screenEntries(subject, options)),
    screenEntries,
    wordCounts: () => countWords(packed),
  };
}

/** Returns the ways to read a subject's name, with one more for words that are written without spaces. */
function formsOf({ forms, words }: Subject, lexicon: Pick<WordBasis, 'hasText'>): readonly SubjectForm[] {
  const [token] = words.tokens;
  const parts = words.tokens.length === 1 && token ? segments(token.text, lexicon) : undefined;
  return parts ? [...forms, { words: nameWords(parts.join(' ')), isAside: false }] : forms;
}

interface IndexPart {
  readonly listed: ListedNames;
  readonly room: SearchRoom;
}

function nameHits(
  alike: AlikeWords,
  { listed, room }: IndexPart,
  vocabulary: Vocabulary,
  threshold: number,
): NameHit[] {
  const query = weighQuery(alike.query, listed, vocabulary);
  const hits: NameHit[] = [];
  const found = findCandidates(alike, query, listed, vocabulary, threshold, room);
  // Of equal names the first counts: with a basis, whatever other entries there are.
  if (listed.basis) found.sort((a, b) => a - b);
  for (const name of found) {
    const ids = listed.wordIds.subarray(listed.starts[name], listed.starts[name + 1]);
    const words = listedName(name, ids, listed, vocabulary);
    const score = scoreNames(query, words, listed.style, (i, j) => alike.byPlace[i]?.get(ids[j] ?? -1) ?? 0);
    const text = listed.names[name];
    if (score.score >= threshold && text)
      hits.push({ listed: text, style: listed.style, query, words, name: score });
  }
  return hits;
}

/** Returns an entry that has an identifier of the subject, by its first name, which may be any. */
function numberHit(
  subject: Subject,
  entry: number,
  parts: readonly IndexPart[],
  vocabulary: Vocabulary,
): NameHit | undefined {
  for (const { listed } of parts) {
    const name = listed.firstNames.get(entry);
    const text = name === undefined ? undefined : listed.names[name];
    if (name === undefined || !text) continue;
    const ids = listed.wordIds.subarray(listed.starts[name], listed.starts[name + 1]);
    const query = weighQuery(subject.words, listed, vocabulary);
    const words = listedName(name, ids, listed, vocabulary);
    return {
      listed: text,
      style: listed.style,
      query,
      words,
      name: scoreNames(query, words, listed.style),
      byNumber: true,
    };
  }
  return undefined;
}

function listedName(at: number, ids: Int32Array, listed: ListedNames, { tokens }: Vocabulary): WeighedName {
  const letters = listed.names[at]?.letters ?? '';
  const name: { tokens: NameToken[]; weights: number[] } = { tokens: [], weights: [] };
  for (const id of ids) {
    const token = tokens[id];
    if (!token) continue;
    name.tokens.push(token);
    name.weights.push(listed.wordWeights[id] ?? 0);
  }
  return { letters, ...name };
}

function entryMatches(
  subject: Subject,
  hits: readonly NameHit[],
  entries: readonly ListEntry[],
  { threshold, weakAliases }: ScreeningOptions,
): EntryMatch[] {
  const byEntry = new Map<number, NameHit[]>();
  for (const hit of hits) {
    const others = byEntry.get(hit.listed.entry);
    if (others) others.push(hit);
    else byEntry.set(hit.listed.entry, [hit]);
  }
  const matches: EntryMatch[] = [];
  for (const [at, found] of byEntry) {
    const entry = entries[at];
    if (!entry) continue;
    const alerting = weakAliases
      ? found
      : found.filter((hit) => !hit.listed.weak || isConfirmed(hit, subject, entry, threshold));
    const judged = bestHit(alerting, subject, entry);
    if (!judged || judged.sum < threshold) continue;
    const { hit: best, modifiers, sum } = judged;
    const weak = found.filter(
      ({ listed, name }) => listed.weak && listed !== best.listed && name.score >= threshold,
    );
    matches.push({
      entry,
      score: Math.min(1, sum),
      best,
      modifiers,
      confirmedBy: weak.map(({ listed }) => listed.text),
    });
  }
  return matches;
}

/** A name that comes near, with the evidence for and against it. */
interface JudgedHit {
  readonly hit: NameHit;
  readonly modifiers: readonly Modifier[];
  readonly sum: number;
}

/** The name that fits best, its own evidence counted: one alias may have another date of birth than the next. */
function bestHit(hits: readonly NameHit[], subject: Subject, entry: ListEntry): JudgedHit | undefined {
  const ofEntry = weighEvidence(subject, entry);
  let best: JudgedHit | undefined;
  for (const hit of hits) {
    const modifiers = hit.listed.births.length === 0 ? ofEntry : weighEvidence(subject, entry, hit.listed);
    const points = pointsOf(modifiers);
    const byName = hit.name.score + points;
    const sum = hit.byNumber ? Math.max(byName, numberScore(modifiers)) : byName;
    if (!best || sum > best.sum) best = { hit, modifiers, sum };
  }
  return best;
}

/** Tells if a weak alias alerts: the birth date, the nationality or a number is the same. */
function isConfirmed(
  { listed, name, byNumber }: NameHit,
  subject: Subject,
  entry: ListEntry,
  threshold: number,
): boolean {
  if (byNumber) return true;
  const modifiers = weighEvidence(subject, entry, listed);
  return name.score >= threshold && modifiers.some(({ points }) => points > 0) && pointsOf(modifiers) > 0;
}

/** The score of an equal number without the name, and its minimum: where other facts differ, one of the two is wrong. */
const sameNumber = 0.95;
const minNumberScore = 0.82;

function numberScore(modifiers: readonly Modifier[]): number {
  const others = pointsOf(modifiers.filter(({ kind }) => kind !== 'IDENTIFIER'));
  return Math.min(1, Math.max(minNumberScore, sameNumber + others));
}

const pointsOf = (modifiers: readonly Modifier[]) => modifiers.reduce((sum, { points }) => sum + points, 0);

const evidencePoints = ({ modifiers }: EntryMatch) => pointsOf(modifiers);

/** Best first; an actor that is on two lists is one match. */
function bestByActor(matches: EntryMatch[]): EntryMatch[] {
  const ranked = matches.sort(
    (a, b) =>
      b.score - a.score ||
      evidencePoints(b) - evidencePoints(a) ||
      b.best.name.score - a.best.name.score ||
      b.confirmedBy.length - a.confirmedBy.length ||
      (a.entry.actorId < b.entry.actorId ? -1 : a.entry.actorId > b.entry.actorId ? 1 : 0),
  );
  const seen = new Set<string>();
  return ranked.filter(({ entry }) => !seen.has(entry.actorId) && seen.add(entry.actorId));
}
