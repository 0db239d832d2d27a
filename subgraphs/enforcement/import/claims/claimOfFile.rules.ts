import type { SourceFacts } from '../../../../shared/subgraph/valueTypes';
import type { ClaimRecord, LossEstimate } from '../../claim/claim.record';
import type { Place } from '../../claim/quotation.record';
import { importedIdOf } from '../../claim/sameClaim.rules';
import { foldWords, topicKeyOf } from '../../claim/topicKey.rules';
import { parseApproximateTime } from '../../approximateTime/approximateTime.rules';
import { countryOfName } from './countryOfName.rules';
import type { FileClaim, SourceOfFile } from './claimsFile.form';

/** Words by which a source hedges, or says that something is not so. */
const hedges =
  /\b(suspect(s|ed)?|presum(es|ed)|alleg(es|ed|edly)|reportedly|purported(ly)?|believed|hedged|appears to)\b/;
/** Predicates by which a source says what is to come. */
const forecasts = /^(will|predicts?|predicted|forecasts?|forecasted|expects?|expected|projects?|projected)\b/;
const denials = /\b(den(y|ies|ied)|rejects?|rejected|refutes?|refuted)\b/;

/**
 * Returns the modality of a claim where the file gives none. It is SUSPECTS, DENIES or PREDICTS where the
 * predicate, the note or the words themselves show it, else STATES.
 */
export function modalityOf({ modality, predicate, note, quote }: FileClaim): ClaimRecord['modality'] {
  if (modality) return modality;
  if (denials.test(foldWords(predicate))) return 'DENIES';
  if (forecasts.test(foldWords(predicate))) return 'PREDICTS';
  return [predicate, note ?? '', quote].some((text) => hedges.test(foldWords(text))) ? 'SUSPECTS' : 'STATES';
}

/** A value as files write it, apart from its unit (`4400000 USD`) and from a remark (`640000000 USD (60% of ...)`). */
export function splitValue(text: string): { value: string; unit: string | null; remark: string | null } {
  const [, bare = text, remark] = /^(.*\S)\s*\(([^()]*)\)$/.exec(text) ?? [];
  const [, value, unit] = /^([^\s]*\d[^\s]*) ([A-Za-z][A-Za-z0-9]*)$/.exec(bare) ?? [];
  return { value: value ?? bare, unit: unit ?? null, remark: remark ?? null };
}

/** The estimates in a claim of a country's loss, such as `Japan`, `loss`, `721000000 USD`; several stand with slashes. */
export function lossEstimatesIn(
  subject: string,
  predicate: string,
  { value, unit }: { readonly value: string | null; readonly unit: string | null },
): LossEstimate[] {
  if (!['loss', 'losses', 'lost'].includes(foldWords(predicate)) || value === null) return [];
  const names = subject.split('/');
  const values = value.split('/');
  const countries = names.map(countryOfName);
  if (names.length !== values.length || countries.includes(null)) return [];
  return countries.map((country, i) => ({ country, value: values[i] ?? '', unit, by: null }));
}

export interface Placed {
  readonly place: Place;
  readonly source: SourceOfFile;
}

/** A claim of a file as it is stored. `valueLink` still names claims by their ids in the file. */
export function claimOfFile(given: FileClaim, { place, source }: Placed): ClaimRecord {
  const { id: _id, source: _source, offset: _offset, quote: _quote, ...rest } = given;
  const split = given.value === null ? { value: null, unit: null, remark: null } : splitValue(given.value);
  const stated = given.unit === null ? split : { value: given.value, unit: given.unit, remark: null };
  const { value, unit } = stated;
  const time = typeof given.time === 'string' ? parseApproximateTime(given.time) : given.time;
  const core = { ...rest, value, unit, time, place };
  return {
    ...core,
    _id: importedIdOf(core),
    statement: given.statement ?? statementOf(given),
    note: [given.note, stated.remark].filter((part) => part !== null).join('; ') || null,
    modality: modalityOf(given),
    topicKey: topicKeyOf(given),
    published: source.published,
    primary: source.primary,
    coveredBy: null,
    lossEstimates: given.lossEstimates ?? lossEstimatesIn(given.subject, given.predicate, stated),
    valueLink: given.valueLink && {
      kind: given.valueLink.kind,
      claimIds: given.valueLink.claims,
      percent: given.valueLink.percent,
    },
    source: sourceFacts(source, place.textSha256),
  };
}

/** For want of a sentence in our words: what the file's fields say, one after the other. */
function statementOf({ subject, predicate, object, value, time }: FileClaim): string {
  const when = typeof time === 'string' ? time : time?.text;
  const rest = [value, when].filter(Boolean).join(', ');
  return `${[subject, predicate.replaceAll('_', ' '), object].filter(Boolean).join(' ')}${rest ? ` (${rest})` : ''}`;
}

function sourceFacts({ title, publisher, date, url }: SourceOfFile, textSha256: string): SourceFacts {
  return { id: `text:${textSha256}`, title, publisher, publishedOn: date, url, quote: null };
}
