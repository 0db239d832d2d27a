import { carryOut } from '../../graph/carryOut';
import {
  CorrectLegalProcessDocument,
  type Disclosure,
  type LegalProcessKind,
  type ProcessPartsFragment,
} from '../../graph/generated/graphql';
import { instantOf } from '../../parts/day';
import type { Recording } from '../../recording/RecordButton';
import { givenOf, idsOf, textOf, type Typed, type TypedField } from '../../recording/typed';
import { processTexts } from '../../texts/processes';
import { recordingTexts } from '../../texts/recording';
import { kindOptions } from './processKinds';

const fields: readonly TypedField[] = [
  {
    name: 'event',
    label: recordingTexts.event,
    kind: 'NUMBER',
    hint: recordingTexts.eventHint,
    required: true,
  },
  { name: 'kind', label: processTexts.kind, kind: 'CHOICE', required: true, options: kindOptions },
  { name: 'authority', label: processTexts.authority, kind: 'TEXT', required: true },
  { name: 'docket', label: processTexts.docket, kind: 'TEXT' },
  { name: 'law', label: processTexts.law, kind: 'TEXT' },
  { name: 'issued', label: processTexts.issued, kind: 'DAY' },
  { name: 'served', label: processTexts.served, kind: 'DAY' },
  { name: 'expiry', label: processTexts.expiry, kind: 'DAY' },
  {
    name: 'disclosure',
    label: processTexts.disclosure,
    kind: 'CHOICE',
    hint: processTexts.disclosureHint,
    required: true,
    options: [
      { value: 'RESTRICTED', label: processTexts.restricted },
      { value: 'OPEN', label: processTexts.open },
    ],
  },
  { name: 'mayNotify', label: processTexts.mayNotify, kind: 'YES_NO', required: true },
  { name: 'accounts', label: processTexts.accounts, kind: 'IDS', required: true },
  { name: 'audience', label: processTexts.audience, kind: 'IDS', hint: processTexts.audienceHint },
  { name: 'reason', label: recordingTexts.reason, kind: 'TEXT', required: true },
];

const dayOf = (at: string | null | undefined) => at?.slice(0, 10) ?? '';

/** An instant that was recorded stays as exact as it was, unless its day is changed. */
const sameOr = (recorded: string | null | undefined, typed: Typed, name: string) => {
  const day = textOf(typed, name);
  return day === dayOf(recorded) ? (recorded ?? null) : instantOf(day);
};

/**
 * A correction states a process anew. Its assets, its source and whether a licence asks for a report stay: they are not sent.
 * Who sees it is not read back, so disclosure and audience are stated again.
 */
export const processCorrection = (process: ProcessPartsFragment): Recording => ({
  label: recordingTexts.correct,
  fields,
  initial: {
    kind: process.kind,
    authority: process.authority,
    docket: process.docket ?? '',
    law: process.law ?? '',
    issued: dayOf(process.issued),
    served: dayOf(process.served),
    expiry: dayOf(process.expiry),
    mayNotify: process.mayNotify ? 'yes' : 'no',
    accounts: process.scope,
  },
  send: (typed, key) =>
    carryOut(CorrectLegalProcessDocument, {
      input: {
        key,
        id: process.id,
        event: Number(textOf(typed, 'event')),
        kind: textOf(typed, 'kind') as LegalProcessKind,
        authority: textOf(typed, 'authority'),
        docket: givenOf(typed, 'docket'),
        law: givenOf(typed, 'law'),
        issued: sameOr(process.issued, typed, 'issued'),
        served: sameOr(process.served, typed, 'served'),
        effective: process.effective ?? null,
        expiry: sameOr(process.expiry, typed, 'expiry'),
        disclosure: textOf(typed, 'disclosure') as Disclosure,
        mayNotify: textOf(typed, 'mayNotify') === 'yes',
        scope: idsOf(typed, 'accounts'),
        audience: idsOf(typed, 'audience'),
        illustrative: process.illustrative,
        reason: textOf(typed, 'reason'),
      },
    }),
});
